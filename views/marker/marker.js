// Marking words of the decision's text: it takes a caret, so that the keyboard marks as the mouse does, and no change.
// What is marked is sent as characters of the text; the page takes the words themselves from what it has read.

const region = () => document.querySelector(".ak-decision");

// How many characters of the text a stretch of the page shows: a line break is one, a mark's number none.
const length = (range) => {
  const copy = range.cloneContents();
  copy.querySelectorAll("br").forEach((one) => one.replaceWith("\n"));
  return [...copy.textContent].length;
};

const place = (text, node, at) => {
  let end = 0;
  for (const part of text.querySelectorAll("[data-from]")) {
    const before = document.createRange();
    before.selectNodeContents(part);
    end = Number(part.dataset.from) + length(before);
    const where = before.comparePoint(node, at);
    if (where < 0) return Number(part.dataset.from);
    if (where === 0) {
      before.setEnd(node, at);
      return Number(part.dataset.from) + length(before);
    }
  }
  return end;
};

const marked = () => {
  const text = region();
  const selection = window.getSelection();
  if (!text || !selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!text.contains(range.startContainer) || !text.contains(range.endContainer)) return null;
  const [start, end] = [place(text, range.startContainer, range.startOffset), place(text, range.endContainer, range.endOffset)];
  return start < end ? [start, end] : null;
};

const caret = () => {
  const text = region();
  if (!text || text.isContentEditable) return;
  text.contentEditable = "true";
  text.setAttribute("role", "textbox");
  text.setAttribute("aria-multiline", "true");
  text.setAttribute("aria-readonly", "true");
  text.setAttribute("inputmode", "none");
  text.spellcheck = false;
  text.querySelectorAll("a").forEach((one) => { one.contentEditable = "false"; });
};

export default function marker({ data, parentElement, setTriggerValue }) {
  const part = (name) => parentElement.querySelector("." + name);
  const texts = data.texts;
  part("help").textContent = texts.take_help;
  part("take").textContent = texts.take;
  caret();

  const within = (event) => event.target.closest && event.target.closest(".ak-decision");
  const take = () => {
    const found = marked();
    part("said").textContent = found ? texts.taken : texts.nothing_marked;
    if (found) setTriggerValue("marked", found);
  };
  const still = (event) => { if (within(event)) event.preventDefault(); };
  const pressed = (event) => {
    if (!within(event) || event.target.closest("a") || event.key !== "Enter") return;
    event.preventDefault();
    take();
  };
  const seen = new MutationObserver(caret);

  // A press on the button must not take the selection away.
  part("take").onmousedown = (event) => event.preventDefault();
  part("take").onclick = take;
  document.addEventListener("beforeinput", still, true);
  document.addEventListener("drop", still, true);
  document.addEventListener("keydown", pressed, true);
  seen.observe(document.querySelector(".stMain") || document.body, { childList: true, subtree: true });

  return () => {
    document.removeEventListener("beforeinput", still, true);
    document.removeEventListener("drop", still, true);
    document.removeEventListener("keydown", pressed, true);
    seen.disconnect();
  };
}
