// Links and forms of the pages change the page in place, as steps of the browser's history; copying; the language of
// the document. Without it every link still works, as a new load.
(() => {
  "use strict";

  const root = () => document.querySelector("[data-ansvarskarta]");
  const PICTURES = ".st-key-ego, .st-key-sankey, .st-key-matrix-box, .st-key-bars-box, .st-key-map";
  // What a link asked for: first that the page runs, then that it is done and its heading takes the focus.
  const pending = { run: false, focus: false };

  const go = (url) => {
    if (url.href !== window.location.href) {
      window.history.pushState({}, "", url);
      pending.run = true;
      window.dispatchEvent(new PopStateEvent("popstate", { state: {} }));
    }
  };

  const ours = (element) => element && element.closest(".stHtml");

  document.addEventListener("click", (event) => {
    const copy = event.target.closest("[data-copy], [data-copy-address]");
    if (copy && ours(copy)) {
      copyFrom(copy);
      return;
    }
    const link = event.target.closest("a[href]");
    if (!link || !ours(link) || event.defaultPrevented || event.button !== 0) return;
    if (link.hasAttribute("data-reload")) return; // to where we are: a new load
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || link.hasAttribute("download")) return;
    const url = new URL(link.href, window.location.href);
    if (url.origin !== window.location.origin || url.pathname.includes("/api/")) return;
    if (link.getAttribute("href").startsWith("#")) {
      event.preventDefault();
      const target = document.getElementById(url.hash.slice(1));
      if (target) { target.setAttribute("tabindex", "-1"); target.focus(); target.scrollIntoView(); }
      return;
    }
    event.preventDefault();
    go(url);
  });

  // A form asks for the address that it names, with its own fields set; an empty field goes from the address.
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!ours(form)) return;
    event.preventDefault();
    const url = new URL(form.getAttribute("action") || "", window.location.href);
    for (const [name, value] of new FormData(form).entries()) {
      if (String(value).trim() === "") url.searchParams.delete(name);
      else url.searchParams.set(name, String(value).trim());
    }
    go(url);
  });

  const copyFrom = async (button) => {
    const address = button.hasAttribute("data-copy-address");
    const text = address
      ? new URL(button.dataset.copyAddress, window.location.href).href
      : button.dataset.copy;
    const said = button.dataset.copied || "";
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const field = document.createElement("textarea");
      field.value = text;
      document.body.appendChild(field);
      field.select();
      document.execCommand("copy");
      field.remove();
      button.focus();
    }
    const before = button.textContent;
    button.textContent = said;
    announce(said);
    window.setTimeout(() => { button.textContent = before; }, 2500);
  };

  const announce = (said) => {
    let place = document.getElementById("ak-said");
    if (!place) {
      place = document.createElement("div");
      place.id = "ak-said";
      place.className = "ak-hidden";
      place.setAttribute("role", "status");
      document.body.appendChild(place);
    }
    place.textContent = "";
    window.setTimeout(() => { place.textContent = said; }, 50);
  };

  // Pictures that a narrow window scrolls: within reach of the keyboard, and said what they are.
  const reach = () => {
    for (const box of document.querySelectorAll(PICTURES)) {
      const told = box.querySelector("[aria-label]");
      if (box.tabIndex === 0 || !told || box.scrollWidth <= box.clientWidth) continue;
      box.tabIndex = 0;
      box.setAttribute("role", "group");
      box.setAttribute("aria-label", told.getAttribute("aria-label"));
      if (box.matches(".st-key-map")) box.scrollLeft = (box.scrollWidth - box.clientWidth) / 2;
    }
  };

  // After each change of the page: its language, and after a link the focus on its heading.
  const settle = () => {
    const marked = root();
    if (!marked) return;
    reach();
    const lang = marked.dataset.lang;
    if (lang && document.documentElement.lang !== lang) document.documentElement.lang = lang;
    const led = document.querySelector(".stHtml [data-go]");
    if (led) {
      const url = new URL(led.dataset.go, window.location.href);
      led.removeAttribute("data-go");
      go(url);
    }
    const app = document.querySelector(".stApp");
    const running = app && app.getAttribute("data-test-script-state") !== "notRunning";
    if (pending.run && running) {
      pending.run = false;
      pending.focus = true;
    } else if (pending.focus && !running) {
      pending.focus = false;
      window.setTimeout(arrive, 80);
    }
  };

  const arrive = () => {
    const heading = document.querySelector(".stHtml h1");
    if (!heading) return;
    heading.setAttribute("tabindex", "-1");
    heading.focus({ preventScroll: true });
    const main = document.querySelector(".stMain");
    if (main) main.scrollTo({ top: 0 });
    announce(document.title);
  };

  new MutationObserver(settle).observe(document.documentElement, {
    subtree: true, childList: true, attributes: true, attributeFilter: ["data-test-script-state"],
  });
})();
