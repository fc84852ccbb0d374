"""Makes the modules beside the tests of this folder importable: tests are no package."""

import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path


def _beside(name: str, file: str) -> None:
    if name not in sys.modules:
        spec = spec_from_file_location(name, Path(__file__).with_name(file))
        module = module_from_spec(spec)
        sys.modules[name] = module
        spec.loader.exec_module(module)


_beside("fetch_server", "server.py")
_beside("library_file", "library_file.py")
_beside("source_table", "source_table.py")
