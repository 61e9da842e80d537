"""Circumstances: what else differs between two runs, from their manifests."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from ..errors import InputError
from ..folder import MANIFEST


def circumstances(old: Path, new: Path) -> list[str]:
    """A phrase for each difference of what went in: files of the dump, parameters, versions."""
    return list(differing(manifest(old), manifest(new)))


def manifest(folder: Path) -> dict[str, Any]:
    """The manifest of a run. Raises InputError where there is none that cuttings has written."""
    try:
        content = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except FileNotFoundError:
        content = None
    except (OSError, ValueError) as error:
        raise InputError(f"{folder / MANIFEST} cannot be read: {error}") from None
    if not isinstance(content, dict) or "cuttings" not in content:
        raise InputError(f"{folder} is no run: no {MANIFEST} of cuttings in it")
    return content


def differing(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[str]:
    """The phrases."""
    told = [group for group in ("inputs", "own") if group in old and group in new]
    before, after = ({one["file"]: one["sha256"] for group in told for one in of.get(group, ())} for of in (old, new))
    changed = {name for name in before.keys() & after.keys() if before[name] != after[name]}
    for files, what in ((changed, "changed"), (after.keys() - before.keys(), "new"), (before.keys() - after, "gone")):
        if files:
            named = ", ".join(sorted(files)[:3]) + (" and others" if len(files) > 3 else "")
            yield f"{len(files)} file{'s' if len(files) > 1 else ''} of the dump {what}: {named}"
    for name in ("cuttings", "python", "columns"):
        if old.get(name, "") != new.get(name, ""):
            yield f"{name} {old.get(name) or 'none'} → {new.get(name) or 'none'}"
    for group, none in (("parameters", "as the notebook has it"), ("packages", "none")):
        was, now = old.get(group) or {}, new.get(group) or {}
        for name in sorted(was.keys() | now.keys()):
            if was.get(name) != now.get(name):
                yield f"{name} {was.get(name, none)} → {now.get(name, none)}"
