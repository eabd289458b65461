// What makes the reader nicer with scripts; everything works without.
(() => {
  const root = document.documentElement;
  const told = document.getElementById("told");
  const keep = {
    get(key) { try { return localStorage.getItem(key); } catch { return null; } },
    set(key, value) { try { localStorage.setItem(key, value); } catch { /* a browser may keep nothing */ } },
  };

  // Light or dark.
  const theme = document.getElementById("theme");
  const dark = () => root.dataset.theme
    ? root.dataset.theme === "dark"
    : matchMedia("(prefers-color-scheme: dark)").matches;
  const name = () => { theme.textContent = dark() ? theme.dataset.light : theme.dataset.dark; };
  if (theme) {
    theme.hidden = false;
    name();
    theme.addEventListener("click", () => {
      root.dataset.theme = dark() ? "light" : "dark";
      keep.set("theme", root.dataset.theme);
      name();
    });
  }

  // What is new since the last visit: the moment is kept here and put into the address.
  const since = document.getElementById("last-visit");
  if (since) {
    const last = keep.get("seen");
    if (last) {
      since.querySelector("a").href = `?since=${encodeURIComponent(last)}`;
      since.hidden = false;
    }
    keep.set("seen", since.dataset.now);
  }

  // The page's own place in a menu that is wider than the screen.
  for (const here of document.querySelectorAll(".nav [aria-current]")) {
    const menu = here.closest(".nav");
    const out = here.getBoundingClientRect().right - menu.getBoundingClientRect().right;
    if (out > 0) menu.scrollLeft += out + 16;
  }

  // Sharing and printing.
  const ready = (part) => {
    for (const button of part.querySelectorAll("[data-share], [data-print]")) button.hidden = false;
  };
  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-share], [data-print]");
    if (!button) return;
    if (button.hasAttribute("data-print")) { print(); return; }
    const url = button.dataset.share;
    if (navigator.share && matchMedia("(pointer: coarse)").matches) {
      try { await navigator.share({ title: document.title, url }); } catch { /* the reader thought better of it */ }
      return;
    }
    try {
      await navigator.clipboard.writeText(url);
      told.textContent = button.dataset.done;
    } catch { prompt("", url); }
  });
  ready(document);
  document.addEventListener("htmx:load", (event) => ready(event.detail.elt));

  // A line that an address names is opened; so is one that is printed.
  const open = () => {
    const line = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    const details = line && line.querySelector("details");
    if (details) details.open = true;
    if (line && line.matches("mark")) line.focus({ preventScroll: true });
  };
  addEventListener("hashchange", open);
  open();

  // Keys: j and k from line to line, / to the search field.
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, textarea, select")) return;
    if (event.key === "/") {
      document.getElementById("q-top")?.focus();
      event.preventDefault();
    } else if (event.key === "j" || event.key === "k") {
      const lines = [...document.querySelectorAll(".timeline summary")];
      const at = lines.indexOf(document.activeElement);
      lines[event.key === "j" ? Math.min(at + 1, lines.length - 1) : Math.max(at - 1, 0)]?.focus();
    }
  });
})();
