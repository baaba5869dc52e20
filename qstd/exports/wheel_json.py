"""The yearly wheel as JSON."""

import datetime as dt
from collections.abc import Sequence

from qstd.exports.json_file import json_file
from qstd.messages import words
from qstd.model.wheel import Task


def wheel_json(tasks: Sequence[Task], today: dt.date, language: str = "da") -> bytes:
    """Return `{schema, today, tasks: [{day, overdue, kind, municipality, standards, what, why, how, url, yearly}]}`."""
    return json_file(
        {
            "schema": 1,
            "today": today.isoformat(),
            "tasks": [
                {
                    "day": each.day.isoformat(),
                    "overdue": each.day < today,
                    "kind": each.kind,
                    "municipality": each.municipality,
                    "standards": [
                        {"ref": f"{each.municipality}/{name}", "title": title} for name, title in each.standards
                    ],
                    "what": words(each.what, language),
                    "why": words(each.why, language),
                    "how": words(each.how, language),
                    "url": each.url,
                    "yearly": each.yearly,
                }
                for each in tasks
            ],
        }
    )
