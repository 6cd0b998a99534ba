"""All commands, in the order of the help; the window starts without reading them."""

from hcpcs_desktop.cli import (
    bsa,
    build,
    checklist,
    claim,
    compare,
    diff,
    doctor,
    import_files,
    modifiers,
    ndc,
    remove,
    search,
    self_test,
    show,
    sources,
    units,
)

COMMANDS = (
    *(build, import_files, sources, remove),
    *(search, show, compare, diff, checklist, units, ndc, bsa),
    *(modifiers, claim),
    *(doctor, self_test),
)
