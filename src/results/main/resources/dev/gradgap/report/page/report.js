'use strict';
(() => {
  const page = JSON.parse(document.getElementById('data').textContent);
  // Okabe and Ito, Color Universal Design, 2008; lighter on dark paper.
  const onLight = ['#0072B2', '#D55E00', '#009E73', '#CC79A7', '#B87F00', '#2E95CF', '#7F6A00'];
  const onDark = ['#56B4E9', '#FF8A3D', '#2CC69B', '#E7A3C9', '#E69F00', '#9CC9FF', '#CDBB55'];
  const dashes = ['solid', [10, 3], [10, 3, 2, 3]];
  const symbols = ['circle', 'rect', 'triangle', 'diamond', 'path://M0 0H10L5 9Z'];
  const chosen = { families: new Set(), engines: new Set() };
  const drawn = new Map();

  // The choice is in the address: #families=mlp&engines=graph-reverse,graph-forward&theme=dark
  function readAddress() {
    const fields = new Map(location.hash.slice(1).split('&').map(field => field.split('=')));
    const known = (name, all, fallback) =>
      new Set(fields.has(name) ? (fields.get(name) || '').split(',').map(decoded).filter(one => all.includes(one)) : fallback);
    chosen.families = known('families', page.families, [page.family]);
    chosen.engines = known('engines', page.engines, page.engines);
    const theme = fields.get('theme');
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
    else delete document.documentElement.dataset.theme;
  }

  function decoded(text) {
    try {
      return decodeURIComponent(text);
    } catch (malformed) {
      return text;
    }
  }

  function writeAddress() {
    const list = (name, all) => name + '=' + all.filter(one => chosen[name].has(one)).map(encodeURIComponent).join(',').replaceAll('%3A', ':');
    const fields = [list('families', page.families)];
    if (chosen.engines.size < page.engines.length) fields.push(list('engines', page.engines));
    if (document.documentElement.dataset.theme) fields.push('theme=' + document.documentElement.dataset.theme);
    history.replaceState(null, '', '#' + fields.join('&'));
  }

  function choices() {
    const box = document.getElementById('choices');
    box.replaceChildren(group('Workloads', 'families'), group('Engines', 'engines'));
    box.hidden = page.families.length === 0;
  }

  function group(title, name) {
    const fieldset = document.createElement('fieldset');
    const legend = document.createElement('legend');
    legend.textContent = title;
    fieldset.append(legend);
    for (const one of page[name]) {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = one;
      button.dataset.choice = name + ':' + one;
      button.setAttribute('aria-pressed', String(chosen[name].has(one)));
      button.addEventListener('click', () => {
        if (!chosen[name].delete(one)) chosen[name].add(one);
        button.setAttribute('aria-pressed', String(chosen[name].has(one)));
        writeAddress();
        draw();
      });
      fieldset.append(button);
    }
    return fieldset;
  }

  const units = {
    size: value => power(value),
    count: value => power(value),
    ratio: value => power(value),
    bytes: value => power(value),
    duration: nanos => {
      const steps = [[31557600e9, 'years'], [86400e9, 'days'], [3600e9, 'h'], [60e9, 'min'], [1e9, 's'], [1e6, 'ms'], [1e3, 'µs'], [1, 'ns']];
      const [size, unit] = steps.find(([step]) => nanos >= step * 0.9995) || steps[steps.length - 1];
      return digits(nanos / size) + ' ' + unit;
    },
  };

  function digits(value) {
    return value !== 0 && (value < 1e-3 || value >= 1e15) ? scientific(value)
      : Number(value.toPrecision(3)).toLocaleString('en-US', { maximumSignificantDigits: 3 });
  }

  function power(value) {
    for (const [size, name] of [[2 ** 20, 'M'], [2 ** 10, 'K']]) {
      if (value >= size && value % size === 0 && value / size < 1024) return value / size + name;
    }
    return value < 1e6 ? digits(value) : scientific(value);
  }

  function scientific(value) {
    const exponent = Math.floor(Math.log10(value) + 1e-9);
    const factor = Number((value / 10 ** exponent).toPrecision(3));
    const raised = String(exponent).replace('-', '⁻').replace(/[0-9]/g, digit => '⁰¹²³⁴⁵⁶⁷⁸⁹'[digit]);
    return (factor === 1 ? '' : factor + '·') + '10' + raised;
  }

  const numbers = (shown, position) => shown.filter(series => series.kind !== 'fit').flatMap(series => series.points.map(point => point[position]));

  /** The powers of ten around all points, and around what must be seen too, and every so many of them a tick. */
  function decades(values) {
    const low = Math.floor(Math.log10(Math.min(...values)) + 1e-9);
    const high = Math.max(low + 1, Math.ceil(Math.log10(Math.max(...values)) - 1e-9));
    return { min: 10 ** low, max: 10 ** high, logBase: high - low > 9 ? 1000 : 10 };
  }

  /** A little more than from the first to the last point, if a tick lies between them. */
  function close(values) {
    const around = decades(values);
    const [min, max] = [Math.min(...values) / 1.6, Math.max(...values) * 1.6];
    return Math.floor(Math.log10(max)) > Math.log10(min) && around.logBase === 10 ? { min, max, logBase: 10 } : around;
  }

  /** The ends of an axis are no ticks unless they are powers of ten, or of a thousand where only those are. */
  function isTick(value, { logBase }) {
    const power = Math.log10(value) / Math.log10(logBase);
    return Math.abs(power - Math.round(power)) < 1e-6;
  }

  const style = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

  const palette = () => isDark() ? onDark : onLight;

  function isDark() {
    const theme = document.documentElement.dataset.theme;
    return theme ? theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  }

  function isChosen(series) {
    return chosen.families.has(series.family) && series.engines.every(engine => chosen.engines.has(engine));
  }

  function draw() {
    fixed('ranking', page.rankings, ranking);
    fixed('map', page.maps, map);
    page.charts.forEach(chart => {
      const place = document.getElementById('chart-' + chart.id);
      if (!place) return;
      table(chart);
      const shown = chart.series.filter(isChosen);
      const nothing = !shown.some(series => series.kind === 'data');
      place.classList.toggle('empty', nothing);
      legend(place, chart, nothing ? [] : shown);
      if (nothing) {
        drawn.get(chart.id)?.dispose();
        drawn.delete(chart.id);
        place.removeAttribute('role');
        place.removeAttribute('aria-label');
        place.textContent = 'Nothing of this chart is chosen: choose other workloads or engines above.';
        return;
      }
      if (!drawn.has(chart.id)) {
        place.textContent = '';
        drawn.set(chart.id, echarts.init(place, null, { renderer: 'svg' }));
      }
      drawn.get(chart.id).setOption(option(chart, shown, place.clientWidth), true);
      finish(place);
    });
  }

  /** The figures of what is chosen, where all of them would be too many for the page; made when somebody looks. */
  function table(chart) {
    const details = document.querySelector('details[data-chart="' + chart.id + '"]');
    if (!details || !details.open) return;
    const [x, y] = [units[chart.x.unit], units[chart.y.unit]];
    const rows = chart.series.filter(series => series.kind === 'data' && isChosen(series)).flatMap(series =>
      series.points.map(([at, value, low, high, hollow]) =>
        [series.family, series.name, x(at), y(value), low === null ? '' : y(low) + ' to ' + y(high), hollow ? 'sampled' : 'measured']));
    details.querySelector('tbody').replaceChildren(...rows.map(row => {
      const line = document.createElement('tr');
      line.append(...row.map(text => Object.assign(document.createElement('td'), { textContent: text })));
      return line;
    }));
  }

  /** The drawing is a picture to a screen reader, and print, on paper of another width than the window, can scale it. */
  function finish(place) {
    place.setAttribute('role', 'img');
    const svg = place.querySelector('svg');
    svg.setAttribute('viewBox', '0 0 ' + svg.clientWidth + ' ' + svg.clientHeight);
  }

  function option(chart, shown, width) {
    const ink = style('--ink');
    const quiet = style('--quiet');
    const line = style('--line');
    const count = shown.filter(series => series.kind === 'data').length;
    const narrow = width < 600;
    const bands = chart.marks.filter(mark => mark.low < mark.high).flatMap(mark => [mark.low, mark.high]);
    const axis = (one, extra) => ({
      type: 'log', name: one.name, nameLocation: 'middle', nameTextStyle: { color: ink },
      axisLabel: { color: ink, formatter: value => isTick(value, extra) ? units[one.unit](value) : '', hideOverlap: true },
      axisLine: { lineStyle: { color: quiet } }, splitLine: { lineStyle: { color: line } }, ...extra,
    });
    return {
      animation: false,
      aria: { enabled: true, label: { description: chart.title + ': ' + count + ' lines, ' + chart.y.name + ' against ' + chart.x.name + '. The figures are in the table below.' } },
      textStyle: { fontFamily: 'system-ui, sans-serif' },
      grid: { left: narrow ? 70 : 90, right: narrow ? 16 : 28, top: 16, bottom: 52 },
      tooltip: { trigger: 'item', confine: true, formatter: hit => tip(chart, hit) },
      xAxis: axis(chart.x, { nameGap: 28, ...close(numbers(shown, 0)) }),
      yAxis: axis(chart.y, { nameGap: narrow ? 54 : 70, ...decades(numbers(shown, 1).concat(bands)) }),
      series: shown.flatMap(series => lines(chart, series)).concat(marks(chart, quiet)),
    };
  }

  const key = series => series.engines.join(' / ');

  /**
   * The colour, and beyond seven the dashes, say the engine, the same in all charts, or the pair of engines, the same in the
   * whole chart; the symbol says the workload.
   */
  function look(chart, series) {
    const colours = palette();
    if (series.kind === 'reference' || series.kind === 'guide') {
      return { colour: style('--quiet'), dash: series.kind === 'guide' ? 'dotted' : 'solid', width: 1.5 };
    }
    const keys = series.engines.length === 1 ? page.engines : [...new Set(chart.series.filter(one => one.kind === 'data').map(key))];
    const place = keys.indexOf(key(series));
    const family = page.families.filter(one => chosen.families.has(one)).indexOf(series.family);
    return {
      colour: colours[place % colours.length],
      dash: series.kind === 'fit' ? 'dashed' : dashes[Math.floor(place / colours.length) % dashes.length],
      width: series.kind === 'fit' ? 1.5 : 2,
      symbol: symbols[family % symbols.length],
    };
  }

  function lines(chart, series) {
    const { colour, dash, width, symbol } = look(chart, series);
    const several = chosen.families.size > 1;
    const name = several ? series.family + ': ' + series.name : series.name;
    if (series.kind !== 'data') {
      return [{
        type: 'line', name, data: series.points.map(([x, y]) => [x, y]), showSymbol: false, silent: true, z: 1,
        lineStyle: { color: colour, width, type: dash }, itemStyle: { color: colour },
      }];
    }
    const paper = style('--paper');
    return [{
      type: 'line', name, symbol, symbolSize: 8, showAllSymbol: true, z: 3,
      lineStyle: { color: colour, width, type: dash }, itemStyle: { color: colour },
      data: series.points.map(([x, y, low, high, hollow]) => ({
        value: [x, y, low, high, hollow], itemStyle: { color: hollow ? paper : colour, borderColor: colour, borderWidth: 2 },
      })),
    }, {
      type: 'custom', name, silent: true, clip: true, z: 2, itemStyle: { color: colour },
      data: series.points.filter(([, , low]) => low !== null && low > 0).map(([x, , low, high]) => [x, low, high]),
      encode: { x: 0, y: [1, 2] },
      renderItem: (params, api) => {
        const [x, bottom] = api.coord([api.value(0), api.value(1)]);
        const top = api.coord([api.value(0), api.value(2)])[1];
        return { type: 'line', shape: { x1: x, y1: bottom, x2: x, y2: top }, style: { stroke: colour, lineWidth: 1.5, opacity: 0.6 } };
      },
    }];
  }

  /** What the lines of a chart are, under it: each line of one workload, else the engines and the workloads. */
  function legend(place, chart, shown) {
    let list = place.nextElementSibling;
    if (!list.classList.contains('legend')) {
      list = document.createElement('ul');
      list.className = 'legend';
      place.after(list);
    }
    const families = new Set(shown.map(series => series.family));
    const items = new Map();
    for (const series of shown.filter(one => one.kind !== 'fit')) {
      const isData = series.kind === 'data';
      const text = isData && families.size > 1 ? series.engines.length === 1 ? series.name : key(series) : series.name;
      const { symbol, ...line } = look(chart, series);
      if (!items.has(text)) items.set(text, swatch(line, isData && families.size === 1 ? symbol : undefined));
    }
    if (families.size > 1) {
      for (const series of shown.filter(one => one.kind === 'data')) {
        if (!items.has(series.family)) items.set(series.family, swatch(undefined, look(chart, series).symbol));
      }
    }
    list.replaceChildren(...[...items].map(([text, picture]) => {
      const item = document.createElement('li');
      item.append(picture, text);
      return item;
    }));
  }

  /** A short line, a symbol, or a symbol on a line, as in the charts. */
  function swatch(line, symbol) {
    const make = (name, attributes) => {
      const element = document.createElementNS('http://www.w3.org/2000/svg', name);
      Object.entries(attributes).forEach(([attribute, value]) => element.setAttribute(attribute, value));
      return element;
    };
    const picture = make('svg', { width: line ? 34 : 14, height: 12, 'aria-hidden': 'true' });
    if (line) {
      const dash = line.dash === 'dotted' ? '2 2' : line.dash === 'solid' ? 'none' : line.dash.join(' ');
      picture.append(make('path', { d: 'M0 6H34', stroke: line.colour, 'stroke-width': line.width, 'stroke-dasharray': dash }));
    }
    if (symbol) {
      const shape = {
        circle: 'M1 6a5 5 0 1 0 10 0a5 5 0 1 0 -10 0Z', rect: 'M1.5 1.5h9v9h-9Z', triangle: 'M6 1L11 11H1Z', diamond: 'M6 0L12 6L6 12L0 6Z',
      }[symbol] || 'M1 1H11L6 11Z';
      picture.append(make('path', { d: shape, fill: line ? line.colour : style('--quiet'), transform: line ? 'translate(11 0)' : 'translate(1 0)' }));
    }
    return picture;
  }

  function marks(chart, quiet) {
    return chart.marks.map(mark => ({
      type: 'line', name: mark.name, data: [], silent: true,
      markArea: mark.low === mark.high ? undefined : {
        silent: true, itemStyle: { color: style('--band') }, label: { color: quiet, position: 'insideTopRight' },
        data: [[{ name: mark.name, yAxis: mark.low }, { yAxis: mark.high }]],
      },
      markLine: mark.low !== mark.high ? undefined : {
        silent: true, symbol: 'none', lineStyle: { color: quiet, type: 'solid' }, label: { formatter: mark.name, color: quiet, position: 'insideEndTop' },
        data: [{ yAxis: mark.low }],
      },
    }));
  }

  function tip(chart, hit) {
    const [x, y, low, high, hollow] = hit.value;
    const box = document.createElement('div');
    const write = (text, bold) => {
      const row = document.createElement('div');
      row.textContent = text;
      if (bold) row.style.fontWeight = 'bold';
      box.append(row);
    };
    const unit = units[chart.y.unit];
    write(hit.seriesName, true);
    write(chart.x.name + ': ' + units[chart.x.unit](x));
    write(chart.y.name + ': ' + unit(y) + (low === null || low === undefined ? '' : ', ' + unit(low) + ' to ' + unit(high)));
    if (hollow) write('sampled');
    return box;
  }

  /** Engines from the fastest down, each with its interval, cut off where it is wider than all estimates. */
  function ranking(one, narrow) {
    const ink = style('--ink');
    const colour = palette()[0];
    const places = one.places.map((place, row) => [place.mean, row, place.low, place.high, place.sampled ? 1 : 0]);
    const slowest = Math.max(...places.map(([mean]) => mean));
    const farthest = Math.max(...places.map(([mean, , , high]) => Math.min(high || mean, 10 * slowest)));
    return {
      animation: false,
      aria: { enabled: true, label: { description: one.title + '. The figures are in the table below.' } },
      textStyle: { fontFamily: 'system-ui, sans-serif' },
      grid: { left: narrow ? 140 : 190, right: 28, top: 8, bottom: 52 },
      tooltip: { trigger: 'item', confine: true, formatter: hit => digits(hit.value[0]) + ' times the fastest' },
      xAxis: {
        type: 'log', name: 'times as long as the fastest engine', nameLocation: 'middle', nameGap: 28, nameTextStyle: { color: ink },
        min: 1, max: 10 ** Math.max(1, Math.ceil(Math.log10(farthest) - 1e-9)),
        axisLabel: { color: ink, formatter: units.ratio }, splitLine: { lineStyle: { color: style('--line') } }, minorSplitLine: { show: false },
      },
      yAxis: { type: 'category', inverse: true, data: one.places.map(place => place.engine), axisLabel: { color: ink, fontSize: narrow ? 10 : 12, width: narrow ? 130 : 180, overflow: 'truncate' }, axisTick: { show: false } },
      series: [
        {
          type: 'scatter', symbolSize: 11, z: 3,
          data: places.map(place => ({ value: place, itemStyle: { color: place[4] ? style('--paper') : colour, borderColor: colour, borderWidth: 2, opacity: 1 } })),
          label: { show: true, position: 'top', distance: 3, color: ink, fontSize: 11, formatter: hit => digits(hit.value[0]) },
        },
        {
          type: 'custom', silent: true, clip: true, z: 2, data: places.filter(([, , low]) => low !== null),
          renderItem: (params, api) => {
            const [left, y] = api.coord([Math.max(1, api.value(2)), api.value(1)]);
            const right = api.coord([api.value(3), api.value(1)])[0];
            return { type: 'line', shape: { x1: left, y1: y, x2: right, y2: y }, style: { stroke: colour, lineWidth: 2 } };
          },
        },
      ],
    };
  }

  const strongest = Math.max(1, ...page.maps.flatMap(one => one.points.map(([, , ratio]) => Math.abs(Math.log2(ratio)))));

  /** A field for each measured shape: blue where reverse mode is faster, orange where forward mode is, as in the plots. */
  function map(one, narrow) {
    const ink = style('--ink');
    const paper = style('--paper') + 'e0';
    const fields = one.points.map(([n, m, ratio, faster, sampled]) => [one.inputs.indexOf(n), one.outputs.indexOf(m), ratio, sampled, n, m, faster]);
    const axis = (name, values, gap) => ({
      type: 'value', name, nameLocation: 'middle', nameGap: gap, nameTextStyle: { color: ink }, min: -0.5, max: values.length - 0.5, interval: 0.5,
      axisTick: { show: false }, axisLine: { show: false }, splitLine: { show: false },
      axisLabel: { color: ink, formatter: place => Number.isInteger(place) && values[place] !== undefined ? power(values[place]) : '' },
    });
    const place = (values, value) => {
      const above = values.findIndex(one => one >= value);
      if (above < 0) return values.length - 1;
      if (above === 0 || values[above] === value) return above;
      return above - 1 + Math.log(value / values[above - 1]) / Math.log(values[above] / values[above - 1]);
    };
    return {
      animation: false,
      aria: { enabled: true, label: { description: one.title + '. The figures are in the table below.' } },
      grid: { left: narrow ? 60 : 80, right: 16, top: 12, bottom: 56 },
      tooltip: { trigger: 'item', confine: true, formatter: hit => shape(hit.value) },
      xAxis: axis('inputs n', one.inputs, 30),
      yAxis: axis('outputs m', one.outputs, narrow ? 40 : 50),
      series: [{
        type: 'custom', clip: true, data: fields,
        renderItem: (params, api) => {
          const [x, y] = api.coord([api.value(0) - 0.5, api.value(1) + 0.5]);
          const [width, height] = api.size([1, 1]);
          const [, , ratio] = fields[params.dataIndex];
          return {
            type: 'rect', shape: { x: x + 1, y: y + 1, width: width - 2, height: height - 2 },
            style: { fill: ratio >= 1 ? '#0072B2' : '#D55E00', opacity: 0.12 + 0.55 * Math.abs(Math.log2(ratio)) / strongest },
          };
        },
      }, {
        type: 'custom', clip: true, silent: true, z: 6, data: fields,
        renderItem: (params, api) => {
          const [x, y] = api.coord([api.value(0), api.value(1)]);
          const [, , ratio, sampled, , , faster] = fields[params.dataIndex];
          const line = (text, above, weight) => ({
            type: 'text',
            style: { text, x, y: y - above, textAlign: 'center', textVerticalAlign: 'middle', fill: ink, stroke: paper, lineWidth: 3, fontSize: narrow ? 10 : 12, fontWeight: weight },
          });
          return { type: 'group', children: [line(factor(ratio) + (sampled ? '*' : ''), 8, 'bold'), line(faster || 'either', -8, 'normal')] };
        },
      }, {
        type: 'line', silent: true, symbol: 'circle', symbolSize: 6, z: 5, lineStyle: { color: ink, width: 2.5 }, itemStyle: { color: ink },
        connectNulls: false,
        data: one.crossings.map(([n, m]) => [place(one.inputs, n), m === null ? '-' : place(one.outputs, m)]),
      }],
    };
  }

  const factor = ratio => digits(ratio >= 1 ? ratio : 1 / ratio);

  function shape([, , ratio, sampled, n, m, faster]) {
    return n + ' inputs, ' + m + ' outputs: ' + (ratio >= 1 ? 'reverse' : 'forward') + ' mode is ' + factor(ratio) + ' times as fast'
      + (faster ? '' : ', but the interval contains 1') + (sampled ? ' (sampled)' : '');
  }

  function fixed(name, all, make) {
    all.forEach((one, number) => {
      const place = document.getElementById(name + '-' + number);
      const key = name + number;
      if (!drawn.has(key)) drawn.set(key, echarts.init(place, null, { renderer: 'svg' }));
      drawn.get(key).setOption(make(one, place.clientWidth < 600), true);
      finish(place);
    });
  }

  page.charts.forEach(chart =>
    document.querySelector('details[data-chart="' + chart.id + '"]')?.addEventListener('toggle', () => table(chart)));

  function start() {
    readAddress();
    choices();
    draw();
  }

  const theme = document.getElementById('theme');
  theme.hidden = false;
  theme.addEventListener('click', () => {
    document.documentElement.dataset.theme = isDark() ? 'light' : 'dark';
    writeAddress();
    draw();
  });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw);
  addEventListener('hashchange', start);
  // Paper is light, and its width is not the window's.
  let onScreen;
  addEventListener('beforeprint', () => {
    onScreen = { theme: document.documentElement.dataset.theme };
    document.documentElement.dataset.theme = 'light';
    draw();
  });
  addEventListener('afterprint', () => {
    if (onScreen.theme) document.documentElement.dataset.theme = onScreen.theme;
    else delete document.documentElement.dataset.theme;
    onScreen = undefined;
    draw();
  });
  addEventListener('resize', () => {
    if (onScreen) return;
    drawn.forEach(chart => chart.resize());
    draw();
  });
  start();
})();
