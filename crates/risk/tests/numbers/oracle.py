# Index, z-score and market model by numpy alone, by the definitions and not by the ways of the program.
import json
import sys

import numpy as np

asked = json.load(sys.stdin)


def level(entry, day):
    first, last = entry["days"]
    if entry["kind"] == "impulse":
        fell = np.arange(first, last + 1)
        ages = day - fell
        return np.sum(np.where(ages >= 0, 0.5 ** (np.maximum(ages, 0) / entry["half_life"]), 0.0)) / len(fell)
    begun = np.mean(np.arange(first, last + 1) <= day)
    over = 0.0 if entry["ends"] is None else np.mean(np.arange(entry["ends"][0], entry["ends"][1] + 1) < day)
    return begun - over


days = range(asked["first"], asked["last"] + 1)
up = [sum(e["weight"] * level(e, d) for e in asked["entries"] if e["up"]) for d in days]
window = asked["window"]
z = [(up[i] - np.mean(up[i - window + 1 : i + 1])) / np.std(up[i - window + 1 : i + 1], ddof=1) for i in range(window - 1, len(up))]

own, market, zero = np.array(asked["own"]), np.array(asked["market"]), asked["zero"]
learned = slice(zero - 130, zero - 10)
fit, residuals, *_ = np.linalg.lstsq(np.column_stack([np.ones(120), market[learned]]), own[learned], rcond=None)
deviation = np.sqrt(residuals[0] / 118)
abnormal = own - fit[0] - fit[1] * market
cars = [float(np.sum(abnormal[zero + a : zero + b + 1])) for a, b in asked["windows"]]
ts = [c / (deviation * np.sqrt(b - a + 1)) for c, (a, b) in zip(cars, asked["windows"])]
json.dump({"up": up, "z": [float(it) for it in z], "cars": cars, "t": [float(it) for it in ts]}, sys.stdout)
