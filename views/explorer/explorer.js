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
// The same shapes as corners, and by how much the first is turned, for the file that is saved.
const CORNERS = { rect: [4, 45], roundRect: [6, 0], diamond: [4, 0], triangle: [3, -90], down: [3, 90] };
// What is drawn keeps its size, in pixels, however near the picture is: only the distances grow.
const [START, FONT, LINE] = [13, 13, 15];
const symbolOf = (nodes) => (nodes.length > 80 ? 6 : 9);
const STRETCH = 2.2;
const EDGE = 85; // pixels of room for the names at the edge
const LONG = 24; // letters, after which a name goes on in a new line

const broken = (name) => {
  const lines = [];
  for (const word of name.split(" ")) {
    const last = lines.length - 1;
    if (last >= 0 && lines[last].length + word.length < LONG) lines[last] += ` ${word}`;
    else lines.push(word);
  }
  return lines;
};

const pen = document.createElement("canvas").getContext("2d");
pen.font = `${FONT}px arial`;

const meet = (one, other) => one[0] < other[2] && one[2] > other[0] && one[1] < other[3] && one[3] > other[1];

// Whose names have room where the nodes are so many pixels apart, so that none stands over another or over a node. The
// first are heard first, and the very first is always named.
const roomy = (nodes, at, scale) => {
  const symbol = symbolOf(nodes);
  const spot = (node) => [at[node.id].x * scale, at[node.id].y * scale];
  const around = ([x, y]) => [x - symbol, y - symbol, x + symbol, y + symbol];
  const symbols = new Map(nodes.map((node) => [node, around(spot(node))]));
  const taken = [];
  return nodes.filter((node, place) => {
    const lines = broken(node.label);
    const half = Math.max(...lines.map((line) => pen.measureText(line).width)) / 2 + 2;
    const [x, y] = spot(node);
    const box = [x - half, y + symbol, x + half, y + 2 * symbol + lines.length * LINE];
    const isFree = !taken.some((other) => meet(box, other)) && nodes.every((other) => other === node || !meet(box, symbols.get(other)));
    if (isFree || place === 0) taken.push(box);
    return isFree || place === 0;
  });
};

// Stretches the layout, within reason, to the form of the picture; names at its edge keep their room.
const spread = (network, picture) => {
  const [wide, high] = [Math.max(picture.clientWidth - 2 * EDGE, EDGE), picture.clientHeight - EDGE];
  const places = Object.entries(network.getPositions());
  const [xs, ys] = [places.map(([, at]) => at.x), places.map(([, at]) => at.y)];
  const size = (all) => Math.max(...all) - Math.min(...all) || 1;
  const middle = (all) => (Math.min(...all) + Math.max(...all)) / 2;
  const [across, down] = [wide / size(xs), high / size(ys)];
  const scale = Math.min(across, down, 2);
  const [x, y] = [middle(xs), middle(ys)];
  for (const [id, at] of places) {
    network.moveNode(id, (at.x - x) * Math.min(across / scale, STRETCH), (at.y - y) * Math.min(down / scale, STRETCH));
  }
  network.moveTo({ position: { x: 0, y: 0 }, scale });
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

// The picture as a file, as large as it must be for every name to have room.
const drawn = (network, data) => {
  const NS = "http://www.w3.org/2000/svg";
  const make = (name, given, said = "") => {
    const element = document.createElementNS(NS, name);
    Object.entries(given).forEach(([key, value]) => element.setAttribute(key, value));
    element.textContent = said;
    return element;
  };
  const symbol = symbolOf(data.nodes);
  const places = network.getPositions();
  let scale = network.getScale();
  for (let tries = 0; tries < 8 && roomy(data.nodes, places, scale).length < data.nodes.length; tries += 1) scale *= 1.25;
  const at = Object.fromEntries(Object.entries(places).map(([id, { x, y }]) => [id, { x: x * scale, y: y * scale }]));
  const xs = Object.values(at).map((one) => one.x);
  const ys = Object.values(at).map((one) => one.y);
  const [left, top] = [Math.min(...xs) - 110, Math.min(...ys) - 30];
  const [width, height] = [Math.max(...xs) + 110 - left, Math.max(...ys) + 80 - top];
  const svg = make("svg", { xmlns: NS, viewBox: `${left} ${top} ${width} ${height}`, width, height, "font-family": "Arial, sans-serif", "font-size": FONT });
  const head = make("marker", { id: "head", viewBox: "0 0 8 8", refX: 8 + symbol, refY: 4, markerWidth: 8, markerHeight: 8, orient: "auto" });
  head.appendChild(make("path", { d: "M0,0 L8,4 L0,8 Z", fill: "#8b95a3" }));
  svg.append(make("rect", { x: left, y: top, width, height, fill: "#ffffff" }), head);
  for (const link of data.links) {
    const [one, other] = [at[link.from], at[link.to]];
    if (one && other) svg.append(make("line", { x1: one.x, y1: one.y, x2: other.x, y2: other.y, stroke: "#8b95a3", "marker-end": "url(#head)" }));
  }
  for (const node of data.nodes) {
    const { x, y } = at[node.id];
    const { colour, shape } = data.looks[node.kind];
    const size = node.id === data.start ? START : symbol;
    const [number, turn] = CORNERS[shape] ?? [24, 0];
    const corners = Array.from({ length: number }, (_, corner) => {
      const angle = ((turn + (360 * corner) / number) * Math.PI) / 180;
      return `${x + size * Math.cos(angle)},${y + size * Math.sin(angle)}`;
    });
    svg.append(make("polygon", { points: corners.join(" "), fill: colour }));
    broken(node.label).forEach((line, row) => {
      const outline = { stroke: "#ffffff", "stroke-width": 3, "paint-order": "stroke" };
      svg.append(make("text", { x, y: y + size + FONT + row * LINE, "text-anchor": "middle", fill: "#1a1f26", ...outline }, line));
    });
  }
  return new XMLSerializer().serializeToString(svg);
};

// What is said when one points at a node; an element, so that a name is never read as markup.
const pointed = (node) => {
  const said = document.createElement("span");
  said.textContent = `${node.label}, ${node.said}`;
  return said;
};

export default function explorer({ data, parentElement, setTriggerValue }) {
  const part = (name) => parentElement.querySelector("." + name);
  const known = new Map(data.nodes.map((node) => [node.id, node]));
  const texts = data.texts;
  const symbol = symbolOf(data.nodes);
  let network = null;
  let drawing = null;
  let selected = data.selected;
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

  // Gives names to those that have room: what is selected, what it is all about, and what is linked most come first.
  const name = () => {
    const scale = network.getScale();
    const weight = (id) => (id === selected ? Infinity : id === data.start ? 1e9 : network.getConnectedNodes(id).length);
    const order = [...data.nodes].sort((one, other) => weight(other.id) - weight(one.id));
    const shown = new Set(roomy(order, network.getPositions(), scale).map((node) => node.id));
    drawing.update(
      data.nodes.map(({ id, label }) => ({
        id,
        label: shown.has(id) ? broken(label).join("\n") : "",
        size: (id === data.start ? START : symbol) / scale,
        font: { size: FONT / scale, color: "#1a1f26", strokeWidth: 4 / scale, strokeColor: "#ffffff" },
      })),
    );
  };
  const tell = () => {
    const node = known.get(selected);
    const linked = network ? network.getConnectedNodes(selected).length : 0;
    part("said").textContent = `${texts.selected}: ${node.label}, ${node.said}, ${linked} ${texts.links}`;
  };
  const select = (id) => {
    selected = id;
    if (network) {
      name();
      network.selectNodes([id]);
      network.focus(id, { animation: false, scale: network.getScale() });
    }
    tell();
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
    drawing = new vis.DataSet(
      data.nodes.map((node) => ({
        id: node.id,
        shape: SHAPES[data.looks[node.kind].shape],
        color: data.looks[node.kind].colour,
        size: symbol,
        title: pointed(node),
      })),
    );
    const edges = data.links.map((link, id) => ({ id, from: link.from, to: link.to, arrows: "to", color: "#8b95a3" }));
    const options = {
      layout: { randomSeed: 7, improvedLayout: data.nodes.length < 120 },
      physics: {
        solver: "forceAtlas2Based",
        forceAtlas2Based: { gravitationalConstant: -90, springLength: 130, avoidOverlap: 0.6 },
        stabilization: { iterations: 250 },
      },
      interaction: { hover: true, keyboard: false },
    };
    network = new vis.Network(part("picture"), { nodes: drawing, edges }, options);
    network.once("stabilizationIterationsDone", () => {
      network.setOptions({ physics: false });
      spread(network, part("picture"));
      name();
      network.selectNodes([selected]);
      tell();
    });
    let later = 0;
    network.on("zoom", () => {
      window.clearTimeout(later);
      later = window.setTimeout(name, 100);
    });
    // White, so that what is saved can be read on any ground.
    network.on("beforeDrawing", (paper) => {
      paper.save();
      paper.setTransform(1, 0, 0, 1, 0, 0);
      paper.fillStyle = "#ffffff";
      paper.fillRect(0, 0, paper.canvas.width, paper.canvas.height);
      paper.restore();
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
