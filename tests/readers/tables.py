# CSV by Python's own reader, XLSX by openpyxl: the cells of a table, as lists of rows; of a sheet also which cells are dates,
# how wide its columns are, and what its head does.
import csv
import datetime
import json
import sys

import openpyxl


def words(cell):
    if cell is None:
        return ""
    if isinstance(cell, datetime.datetime):
        is_day = cell.time() == datetime.time()
        return cell.date().isoformat() if is_day else cell.isoformat()
    return str(cell)


path = sys.argv[1]
if path.endswith(".csv"):
    with open(path, encoding="utf-8-sig", newline="") as file:
        tables = {"csv": list(csv.reader(file))}
else:
    book = openpyxl.load_workbook(path)
    tables = {}
    for sheet in book:
        formulas = [cell.coordinate for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
        assert not formulas, formulas
        tables[sheet.title] = [[words(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]
        tables[sheet.title + " looks"] = {
            "dates": [[cell.is_date for cell in row] for row in sheet.iter_rows()],
            "widths": [sheet.column_dimensions[cell.column_letter].width for cell in sheet[1]],
            "filter": sheet.auto_filter.ref,
            "frozen": sheet.freeze_panes,
        }
print(json.dumps(tables))
