// Draws a table as a picture above it: <figure class="chart" data-chart="line|bar" data-library="address">. The table stays what
// it is, one tap away; without a script it simply stands there. The library is fetched when the first figure comes near.
{
  const colours = () => {
    const style = getComputedStyle(document.documentElement);
    const named = name => style.getPropertyValue(name).trim();
    return { ink: named("--ink"), soft: named("--ink-soft"), line: named("--line"), mark: named("--red") };
  };

  const rowsOf = table => Array.from(table.tBodies[0].rows).map(row => ({
    label: row.cells[0].dataset.short || row.cells[0].textContent.trim(),
    value: row.cells[1].hasAttribute("data-value") ? Number(row.cells[1].getAttribute("data-value")) : null
  }));

  const option = (kind, rows, size) => {
    const c = colours();
    const text = { color: c.soft, fontSize: size };
    return {
      animation: !matchMedia("(prefers-reduced-motion: reduce)").matches,
      grid: { left: 8, right: 12, top: 28, bottom: 8, containLabel: true },
      textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
      xAxis: { type: "category", data: rows.map(row => row.label), axisLabel: text, axisTick: { show: false },
        axisLine: { lineStyle: { color: c.line } } },
      yAxis: { type: "value", axisLabel: text, splitLine: { lineStyle: { color: c.line } }, minInterval: kind === "bar" ? 1 : 0 },
      series: [{ type: kind, data: rows.map(row => row.value), color: c.mark, symbolSize: 9, lineStyle: { width: 3 },
        barMaxWidth: 56, label: { show: true, position: "top", color: c.ink, fontSize: size } }]
    };
  };

  const draw = figure => {
    const table = figure.querySelector("table");
    const caption = figure.querySelector("figcaption");
    const canvas = document.createElement("div");
    canvas.className = "chart-canvas";
    canvas.setAttribute("role", "img");
    canvas.setAttribute("aria-label", caption.textContent.trim());
    const kept = document.createElement("details");
    kept.className = "more";
    const summary = document.createElement("summary");
    summary.textContent = figure.dataset.table;
    const wrap = figure.querySelector(".table-wrap");
    figure.insertBefore(canvas, wrap);
    figure.insertBefore(kept, wrap);
    kept.appendChild(summary);
    kept.appendChild(wrap);
    const size = Math.round(parseFloat(getComputedStyle(document.documentElement).fontSize) * 0.8);
    const chart = echarts.init(canvas, null, { renderer: "canvas" });
    chart.setOption(option(figure.dataset.chart, rowsOf(table), size));
    addEventListener("resize", () => chart.resize());
  };

  let library = null;
  const load = address => {
    library = library || new Promise((loaded, failed) => {
      const script = document.createElement("script");
      script.src = address;
      script.onload = loaded;
      script.onerror = failed;
      document.head.appendChild(script);
    });
    return library;
  };

  const figures = Array.from(document.querySelectorAll("figure[data-chart]"));
  // Where the library does not come, the tables are what readers have.
  const show = figure => load(figure.dataset.library).then(() => draw(figure), () => {});
  if ("IntersectionObserver" in window) {
    const watch = new IntersectionObserver(seen => seen.filter(each => each.isIntersecting).forEach(each => {
      watch.unobserve(each.target);
      show(each.target);
    }), { rootMargin: "200px" });
    figures.forEach(figure => watch.observe(figure));
  }
}
