// The exploring picture: vis-network draws, this walks. Every text reaches the page as text, never as markup.

const LIBRARY = "./_ansvarskarta/vis-network.js";

const library = () => {
  if (window.vis) return Promise.resolve(window.vis);
  if (!window.akLibrary) {
    window.akLibrary = new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = new URL(LIBRARY, document.baseURI).href;
      script.onload = () => resolve(window.vis);
      script.onerror = reject;
      document.head.appendChild(script);
    });
  }
  return window.akLibrary;
};

const SHAPES = { circle: "dot", rect: "square", roundRect: "hexagon", diamond: "diamond", triangle: "triangle", down: "triangleDown" };
const LABEL = 190; // the width at which a name goes on in a new line
const NARROW = 600; // pixels of a picture where names reach past the nodes at its edge

// The layout comes out round; the picture is not. As wide, or high, as the picture is, the names have more room.
const spread = (network, picture) => {
  const ratio = picture.clientWidth / picture.clientHeight;
  const [across, down] = [Math.min(Math.max(ratio, 1), 2.2), Math.min(Math.max(1 / ratio, 1), 2.2)];
  for (const [id, at] of Object.entries(network.getPositions())) network.moveNode(id, at.x * across, at.y * down);
};

const save = (name, href) => {
  const link = document.createElement("a");
  link.href = href;
  link.download = name;
  document.body.appendChild(link);
  link.click();
  link.remove();
};

// The node that lies nearest in the direction of an arrow key, among those that are linked to the one selected.
const towards = (network, from, key) => {
  const here = network.getPosition(from);
  const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[key];
  let best = null;
  for (const id of network.getConnectedNodes(from)) {
    const there = network.getPosition(id);
    const dx = there.x - here.x;
    const dy = there.y - here.y;
    const length = Math.hypot(dx, dy) || 1;
    const along = (dx * way[0] + dy * way[1]) / length;
    if (along > 0.2 && (!best || along - length / 5000 > best.score)) best = { id, score: along - length / 5000 };
  }
  return best && best.id;
};

const drawn = (network, data) => {
  const NS = "http://www.w3.org/2000/svg";
  const make = (name, given) => {
    const element = document.createElementNS(NS, name);
    Object.entries(given).forEach(([key, value]) => element.setAttribute(key, value));
    return element;
  };
  const at = network.getPositions();
  const xs = Object.values(at).map((one) => one.x);
  const ys = Object.values(at).map((one) => one.y);
  const [left, top] = [Math.min(...xs) - 160, Math.min(...ys) - 60];
  const [width, height] = [Math.max(...xs) + 160 - left, Math.max(...ys) + 60 - top];
  const svg = make("svg", { xmlns: NS, viewBox: `${left} ${top} ${width} ${height}`, width, height, "font-family": "sans-serif", "font-size": 14 });
  svg.appendChild(make("rect", { x: left, y: top, width, height, fill: "#ffffff" }));
  for (const link of data.links) {
    const [one, other] = [at[link.from], at[link.to]];
    if (one && other) svg.appendChild(make("line", { x1: one.x, y1: one.y, x2: other.x, y2: other.y, stroke: "#8b95a3" }));
  }
  for (const node of data.nodes) {
    const { x, y } = at[node.id];
    svg.appendChild(make("circle", { cx: x, cy: y, r: node.id === data.start ? 11 : 8, fill: data.looks[node.kind].colour }));
    const text = make("text", { x, y: y + 24, "text-anchor": "middle" });
    text.textContent = node.label;
    svg.appendChild(text);
  }
  return new XMLSerializer().serializeToString(svg);
};

export default function explorer({ data, parentElement, setTriggerValue }) {
  const part = (name) => parentElement.querySelector("." + name);
  const known = new Map(data.nodes.map((node) => [node.id, node]));
  const texts = data.texts;
  let network = null;
  let selected = data.start;
  let over = false;

  part("find-label").textContent = texts.find;
  part("find").setAttribute("aria-label", texts.find);
  part("kind-label").textContent = texts.expand_kind;
  part("kind").setAttribute("aria-label", texts.expand_kind);
  part("help").textContent = texts.help;
  part("picture").setAttribute("aria-label", texts.picture);
  for (const name of ["expand", "open", "png", "svg"]) part(name).textContent = texts[name];
  part("kind").replaceChildren();
  for (const [value, title] of [["", texts.all], ...Object.entries(data.kinds)]) part("kind").appendChild(new Option(title, value));
  const names = parentElement.querySelector("datalist");
  names.replaceChildren(...data.nodes.map((node) => new Option(node.label)));

  const select = (id) => {
    selected = id;
    if (network) {
      network.selectNodes([id]);
      network.focus(id, { animation: false, scale: network.getScale() });
    }
    const node = known.get(id);
    const linked = network ? network.getConnectedNodes(id).length : 0;
    part("said").textContent = `${texts.selected}: ${node.label}, ${node.said}, ${linked} ${texts.links}`;
  };
  const expand = () => {
    const kind = part("kind").value;
    setTriggerValue("expand", kind ? `${selected}~${kind}` : selected);
  };
  const find = () => {
    const sought = part("find").value.trim().toLowerCase();
    const found = sought && data.nodes.find((node) => node.label.toLowerCase().includes(sought));
    if (found) select(found.id);
    else if (sought) part("said").textContent = texts.not_found;
  };
  const walk = (event) => {
    if (event.key.startsWith("Arrow")) {
      event.preventDefault();
      const next = towards(network, selected, event.key);
      if (next) select(next);
    } else if (event.key === "Enter") {
      event.preventDefault();
      setTriggerValue("open", selected);
    } else if (event.key === "+" || event.key === "e") {
      event.preventDefault();
      expand();
    }
  };

  part("find").onchange = find;
  part("expand").onclick = expand;
  part("open").onclick = () => setTriggerValue("open", selected);
  part("png").onclick = () => save("ansvarskarta.png", parentElement.querySelector("canvas").toDataURL("image/png"));
  part("svg").onclick = () => {
    const address = URL.createObjectURL(new Blob([drawn(network, data)], { type: "image/svg+xml" }));
    save("ansvarskarta.svg", address);
    URL.revokeObjectURL(address);
  };

  library().then((vis) => {
    if (over) return;
    const nodes = data.nodes.map((node) => ({
      id: node.id,
      label: node.label,
      widthConstraint: { maximum: LABEL },
      shape: SHAPES[data.looks[node.kind].shape],
      color: data.looks[node.kind].colour,
      size: node.id === data.start ? 16 : 11,
      font: { size: 14, color: "#1a1f26", strokeWidth: 4, strokeColor: "#ffffff" },
    }));
    const edges = data.links.map((link, id) => ({ id, from: link.from, to: link.to, arrows: "to", color: "#8b95a3" }));
    const options = {
      layout: { randomSeed: 7, improvedLayout: nodes.length < 120 },
      physics: {
        solver: "forceAtlas2Based",
        forceAtlas2Based: { gravitationalConstant: -90, springLength: 130, avoidOverlap: 0.6 },
        stabilization: { iterations: 250 },
      },
      interaction: { hover: true, keyboard: false },
    };
    network = new vis.Network(part("picture"), { nodes, edges }, options);
    network.once("stabilizationIterationsDone", () => {
      network.setOptions({ physics: false });
      spread(network, part("picture"));
      network.fit({ animation: false });
      if (part("picture").clientWidth < NARROW) network.moveTo({ scale: network.getScale() * 0.8 });
    });
    network.on("selectNode", (event) => select(event.nodes[0]));
    network.on("doubleClick", (event) => {
      if (event.nodes.length) {
        select(event.nodes[0]);
        expand();
      }
    });
    part("picture").onkeydown = walk;
    part("picture").onfocus = () => select(selected);
  });

  return () => {
    over = true;
    if (network) network.destroy();
  };
}
