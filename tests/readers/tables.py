# CSV by Python's own reader, XLSX by openpyxl: the cells of a table, as lists of rows.
import csv
import json
import sys

import openpyxl

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
        tables[sheet.title] = [["" if cell is None else str(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]
print(json.dumps(tables))
