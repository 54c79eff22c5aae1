// Tells whether a Streamlit page still works on something: __busy(quiet) lists what, and is
// empty once nothing was sent, received, pressed, redrawn or moved for `quiet` milliseconds.
// Installed before the page's own scripts. The state that Streamlit puts on the page is not
// enough: between a click and the server's first answer it still reads "notRunning".
(() => {
  const RERUN = 11; // BackMsg.rerun_script
  const STARTED = 4; // ForwardMsg.new_session
  const FINISHED = 6; // ForwardMsg.script_finished; 2 means another run follows at once
  let waiting = null; // null, "asked" or "started"
  let last = performance.now();
  let room = ""; // how wide the page is, and what is on it
  const stir = () => { last = performance.now(); };

  // The numbers of a protobuf message's own fields, with the value of each varint.
  const fields = (data) => {
    const bytes = new Uint8Array(data);
    const found = new Map();
    let at = 0;
    const varint = () => {
      let value = 0;
      for (let scale = 1; ; scale *= 128) {
        const byte = bytes[at++];
        value += (byte & 127) * scale;
        if (byte < 128) return value;
      }
    };
    while (at < bytes.length) {
      const key = varint();
      const wire = key % 8;
      let value = null;
      if (wire === 0) value = varint();
      else if (wire === 1) at += 8;
      else if (wire === 2) { const length = varint(); at += length; }
      else if (wire === 5) at += 4;
      else break;
      found.set(Math.floor(key / 8), value);
    }
    return found;
  };

  window.WebSocket = class extends window.WebSocket {
    constructor(...args) {
      super(...args);
      this.addEventListener("message", ({ data }) => {
        stir();
        if (!(data instanceof ArrayBuffer)) return;
        const message = fields(data);
        if (message.has(STARTED)) waiting = "started";
        if (message.has(FINISHED) && message.get(FINISHED) !== 2 && waiting === "started") {
          waiting = null;
        }
      });
    }
    send(data) {
      stir();
      if (ArrayBuffer.isView(data) || data instanceof ArrayBuffer) {
        if (fields(data.buffer ? data.slice().buffer : data).has(RERUN)) waiting = "asked";
      }
      super.send(data);
    }
  };

  for (const kind of ["pointerdown", "pointerup", "keydown", "keyup"]) {
    window.addEventListener(kind, stir, true);
  }
  new MutationObserver(stir).observe(document, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter: ["d", "transform", "width", "height", "opacity", "data-stale"],
  });

  const visible = (selector) =>
    [...document.querySelectorAll(selector)].filter((e) => e.getClientRects().length);

  // The sidebar slides, which changes no attribute, and charts follow some frames later.
  const measure = () => {
    const main = document.querySelector("[data-testid=stMain]");
    const now = main ? `${main.clientWidth} of ${main.scrollWidth}` : "";
    if (now !== room) stir();
    room = now;
  };

  window.__busy = (quiet) => {
    measure();
    const app = document.querySelector("[data-testid=stApp]");
    if (!app) return ["no app yet"];
    const why = [];
    const state = app.dataset.testScriptState;
    if (!["notRunning", "compilationError"].includes(state)) why.push(`script ${state}`);
    const connection = app.dataset.testConnectionState;
    if (connection !== "CONNECTED") why.push(`connection ${connection}`);
    if (waiting) why.push(`rerun ${waiting}`);
    for (const [name, selector] of [
      ["stale element", "[data-stale=true]"],
      ["skeleton", "[data-testid=stSkeleton], [data-testid=stAppSkeleton]"],
      ["spinner", "[data-testid=stSpinner]"],
      ["chart undrawn", "[data-testid=stVegaLiteChart]:not(:has(.marks))"],
      ["table undrawn", ".stBidiComponent:not(:has(table))"],
    ]) {
      if (visible(selector).length) why.push(name);
    }
    if (document.fonts.status !== "loaded") why.push("fonts");
    if (performance.now() - last < quiet) why.push("changing");
    return why;
  };
})();
