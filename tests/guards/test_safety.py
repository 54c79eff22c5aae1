"""Corpus text is hostile: nothing runs it, and nothing takes it for markup."""

from __future__ import annotations

import ast
import re
from typing import Final

import pytest

from tests.guards.modules import ROOT, Module, below, modules

RUNNING: Final = {"cloudpickle", "dill", "joblib", "marshal", "pickle", "shelve"}
"""Modules that run what they read."""

CALLS: Final = {"__import__", "compile", "eval", "exec", "os.system"}

MARKUP: Final = {"st.html", "st.iframe", "st.components.v1.html", "st.mermaid_chart"}
"""Elements that take text for a page of its own."""

COMPONENT: Final = "st.components.v2.component"
"""It takes text for a page, too, and for a program."""

SLICES: Final = ("dataframe", "data_editor")
"""Streamlit's tables: their search and sort act on the rows that they were sent."""

SCRIPT: Final = (ROOT / "pages/parts/grid/grid.js").read_text(encoding="utf-8")
MARKED_UP: Final = re.compile(
    r"innerHTML|outerHTML|insertAdjacentHTML|createContextualFragment|DOMParser|"
    r"srcdoc|document\.write|eval\(|Function\(|import\(|fetch\(|XMLHttpRequest|"
    r"setAttribute\(\s*[\"']on"
)
"""How a script takes text for markup or for a program, or tells another host."""

SAFE_LOADER: Final = "yaml.CSafeLoader"


def is_own(call: ast.Call) -> bool:
    """Whether the text that is shown is the program's own: a literal, or a CONSTANT."""
    match call.args:
        case [ast.Constant()]:
            return True
        case [ast.Name(name)]:
            return name.isupper()
    return False


def dangers(module: Module) -> list[str]:
    """What a module does that corpus text could turn against the reader, by line."""
    found = [
        f"{module.path}:{line}: imports {name}, which runs what it reads"
        for line, name in module.imports()
        if below(name, RUNNING)
    ]
    for call, name in module.calls():
        place = f"{module.path}:{call.lineno}"
        options = {option.arg: ast.unparse(option.value) for option in call.keywords}
        if name in CALLS or name.endswith((".read_pickle", ".to_pickle")):
            found.append(f"{place}: {name} runs what it is given")
        if name in MARKUP and not is_own(call):
            found.append(f"{place}: {name} takes text for markup")
        if name == COMPONENT and not all(
            isinstance(given.value, ast.Constant) or ast.unparse(given.value).isupper()
            for given in call.keywords
        ):
            found.append(f"{place}: {name} runs more than a constant")
        if isinstance(call.func, ast.Attribute) and call.func.attr in SLICES:
            found.append(f"{place}: {name} sorts and searches what it was sent")
        if options.get("shell", "False") != "False":
            found.append(f"{place}: a shell reads the text")
        if name.startswith("yaml.safe_") or (
            name in {"yaml.load", "yaml.load_all"}
            and options.get("Loader") not in {SAFE_LOADER, "_Loader"}
        ):
            found.append(f"{place}: {name} without {SAFE_LOADER}")
        if options.get("unsafe_allow_html", "False") != "False" and not is_own(call):
            found.append(f"{place}: unsafe_allow_html with more than a constant")
    found += [
        f"{module.path}:{node.lineno}: {ast.unparse(node)} is not {SAFE_LOADER}"
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Attribute)
        and ast.unparse(node).startswith("yaml.")
        and node.attr.endswith("Loader")
        and ast.unparse(node) != SAFE_LOADER
    ]
    return found


@pytest.mark.parametrize(
    "text",
    [
        "import pickle",
        "from shelve import open",
        "eval(title)",
        "frame.to_pickle(path)",
        "yaml.load(text, Loader=yaml.Loader)",
        "yaml.load(text)",
        "yaml.safe_load(text)",
        "class _Loader(yaml.SafeLoader): pass",
        "subprocess.run(title, shell=True)",
        "st.html(title)",
        "st.markdown(f'<b>{title}</b>', unsafe_allow_html=True)",
        "st.markdown(title, unsafe_allow_html=wanted)",
        "st.html(STYLE + title)",
        "st.components.v2.component('grid', html=title)",
        "st.components.v2.component('grid', js=SCRIPT + title)",
        "st.dataframe(rows)",
        "place.dataframe(rows)",
        "st.sidebar.data_editor(rows)",
    ],
)
def test_dangers_are_seen(text: str) -> None:
    """Each of these lines would be reported."""
    assert dangers(Module("x.py", text))


@pytest.mark.parametrize(
    "text",
    [
        "yaml.load(text, Loader=yaml.CSafeLoader)",
        "st.markdown('<hr>', unsafe_allow_html=True)",
        "st.html(STYLE)",
        "st.components.v2.component('grid', js=SCRIPT, isolate_styles=False)",
        "sending.table(frame)",
        "st.markdown(title, unsafe_allow_html=False)",
        "frame.eval_count",
    ],
)
def test_what_is_harmless_passes(text: str) -> None:
    """None of these lines is reported."""
    assert dangers(Module("x.py", text)) == []


def test_corpus_text_stays_text() -> None:
    """No module runs corpus text, or hands it on as markup."""
    found = [danger for module in modules() for danger in dangers(module)]
    assert not found, "\n".join(found)


def test_the_script_of_tables_makes_no_markup() -> None:
    """It gives texts to the browser as texts, and opens nothing by itself."""
    assert MARKED_UP.findall(SCRIPT) == []
    assert MARKED_UP.search("cell.innerHTML = value")
    assert MARKED_UP.search('cell.setAttribute("onclick", value)')


def test_no_other_script_is_served() -> None:
    """A further one would have to be looked at like this one."""
    scripts = [p for part in ("loaders", "measures", "pages") for p in _scripts(part)]
    assert scripts == ["pages/parts/grid/grid.js"]


def _scripts(part: str) -> list[str]:
    found = [*(ROOT / part).rglob("*.js"), *(ROOT / part).rglob("*.html")]
    return [path.relative_to(ROOT).as_posix() for path in found]
