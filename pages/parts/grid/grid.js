// Draws the rows of a table as they come from the server, which has sorted them all.
// A click on a header or a row tells the server; nothing here sorts, searches or saves.
// Texts are of the corpus, and hostile: they become text nodes, never markup.

const make = (tag, props = {}, ...children) => {
  const element = Object.assign(document.createElement(tag), props);
  element.append(...children);
  return element;
};

const SVG = "http://www.w3.org/2000/svg";
const HEIGHT = 20;

// A course of numbers as one picture; what it shows is read as its label.
const course = (values) => {
  const picture = document.createElementNS(SVG, "svg");
  const top = Math.max(1, ...values);
  const points = values.map((value, at) => `${at},${HEIGHT - (HEIGHT * value) / top}`);
  const last = Math.max(values.length - 1, 1);
  const area = document.createElementNS(SVG, "path");
  area.setAttribute("d", `M0,${HEIGHT} L${points.join(" ")} ${last},${HEIGHT} Z`);
  picture.append(area);
  picture.setAttribute("viewBox", `0 0 ${last} ${HEIGHT}`);
  picture.setAttribute("preserveAspectRatio", "none");
  picture.setAttribute("role", "img");
  picture.setAttribute("aria-label", values.join(", "));
  return picture;
};

const ARROWS = { ascending: "↑", descending: "↓", none: "↕" };

const header = (column) => {
  const cell = make("th", { scope: "col", className: column.kind, title: column.help });
  if (!column.sort) {
    cell.append(column.label);
    return cell;
  }
  const arrow = make("span", { className: "arrow" }, ARROWS[column.sort]);
  arrow.setAttribute("aria-hidden", "true");
  const button = make("button", { type: "button" }, make("span", {}, column.label), arrow);
  button.dataset.sort = column.name;
  if (column.help) button.setAttribute("aria-description", column.help);
  cell.setAttribute("aria-sort", column.sort);
  cell.append(button);
  return cell;
};

const content = (value, column, row, data) => {
  if (column.kind === "course") return value.length ? course(value) : "–";
  if (column.kind === "link") {
    if (!value) return "–";
    const out = make("a", { href: value, target: "_blank", className: "out" }, "Open");
    out.rel = "noopener noreferrer";
    out.setAttribute("aria-label", `Open ${row.cells[0]} at its own address`);
    return out;
  }
  if (column.name !== data.opening || row.id === null) return value;
  return make("a", { href: data.address + encodeURIComponent(row.id) }, value);
};

const line = (row, data) => {
  const cells = data.columns.map((column, at) =>
    make("td", { className: column.kind }, content(row.cells[at], column, row, data)),
  );
  const drawn = make("tr", { className: row.chosen ? "chosen" : "" }, ...cells);
  if (row.id !== null) drawn.dataset.open = row.id;
  return drawn;
};

// Where the keyboard is: the same header or row has it again once all is drawn anew.
const held = (area) => {
  const at = area.contains(document.activeElement) ? document.activeElement : null;
  const sort = at?.closest("[data-sort]")?.dataset.sort;
  const open = at?.closest("[data-open]")?.dataset.open;
  return () => {
    const all = [...area.querySelectorAll("[data-sort], [data-open]")];
    const found =
      sort === undefined
        ? all.find((e) => open !== undefined && e.dataset.open === open)?.querySelector("a")
        : all.find((e) => e.dataset.sort === sort);
    found?.focus({ preventScroll: true });
  };
};

export default function ({ data, parentElement, setTriggerValue }) {
  let area = parentElement.querySelector(":scope > .grid");
  if (!area) {
    area = make("div", { className: "grid" });
    parentElement.append(area);
  }
  const back = held(area);
  const first = String(data.rows[0]?.cells);
  const isSame = area.dataset.first === first;
  area.dataset.first = first;

  const end = make("span", { className: "end", tabIndex: -1 });
  const skip = make("button", { type: "button", className: "skip" }, data.skip);
  skip.onclick = () => end.focus();
  const table = make("table", {}, make("caption", {}, data.name));
  table.append(make("thead", {}, make("tr", {}, ...data.columns.map(header))));
  table.append(make("tbody", {}, ...data.rows.map((row) => line(row, data))));
  const top = area.querySelector(".scroller")?.scrollTop ?? 0;
  const left = area.querySelector(".scroller")?.scrollLeft ?? 0;
  const scroller = make("div", { className: "scroller" }, table);
  area.replaceChildren(skip, scroller, end);
  scroller.scrollTo(left, isSame ? top : 0);
  back();

  table.onclick = (event) => {
    const sort = event.target.closest("[data-sort]");
    if (sort) {
      setTriggerValue("sort", sort.dataset.sort);
      return;
    }
    const link = event.target.closest("a");
    const row = event.target.closest("[data-open]");
    const isOther = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
    // The browser itself opens addresses of other hosts, and rows in new tabs.
    if (!row || isOther || link?.classList.contains("out")) return;
    // Who marks a text to copy it opens nothing.
    if (!link && !getSelection().isCollapsed) return;
    event.preventDefault();
    setTriggerValue("open", row.dataset.open);
  };
}
