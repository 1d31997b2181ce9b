'use strict';
(() => {
  const page = JSON.parse(document.getElementById('data').textContent);
  // Okabe and Ito, Color Universal Design, 2008; lighter on dark paper.
  const onLight = ['#0072B2', '#D55E00', '#009E73', '#CC79A7', '#B87F00', '#2E95CF', '#7F6A00'];
  const onDark = ['#56B4E9', '#FF8A3D', '#2CC69B', '#E7A3C9', '#E69F00', '#9CC9FF', '#CDBB55'];
  const symbols = ['circle', 'rect', 'triangle', 'diamond', 'pin'];
  const chosen = { families: new Set(), engines: new Set() };
  const drawn = new Map();

  // The choice is in the address: #families=mlp&engines=graph-reverse,graph-forward&theme=dark
  function readAddress() {
    const fields = new URLSearchParams(location.hash.slice(1));
    const known = (name, all, fallback) => {
      const wanted = fields.has(name) ? fields.get(name).split(',').filter(one => all.includes(one)) : fallback;
      return new Set(wanted);
    };
    chosen.families = known('families', page.families, [page.family]);
    chosen.engines = known('engines', page.engines, page.engines);
    const theme = fields.get('theme');
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
    else delete document.documentElement.dataset.theme;
  }

  function writeAddress() {
    const fields = new URLSearchParams();
    fields.set('families', page.families.filter(one => chosen.families.has(one)).join(','));
    if (chosen.engines.size < page.engines.length) {
      fields.set('engines', page.engines.filter(one => chosen.engines.has(one)).join(','));
    }
    if (document.documentElement.dataset.theme) fields.set('theme', document.documentElement.dataset.theme);
    history.replaceState(null, '', '#' + fields.toString().replaceAll('%2C', ',').replaceAll('%3A', ':'));
  }

  function choices() {
    const box = document.getElementById('choices');
    box.replaceChildren(group('Workloads', 'families'), group('Engines', 'engines'));
    box.hidden = false;
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
    return value !== 0 && (value < 1e-4 || value >= 1e15) ? value.toExponential(2)
      : Number(value.toPrecision(3)).toLocaleString('en-US', { maximumSignificantDigits: 3 });
  }

  function power(value) {
    for (const [size, name] of [[2 ** 20, 'M'], [2 ** 10, 'K']]) {
      if (value >= size && value % size === 0 && value / size < 1024) return value / size + name;
    }
    if (value < 1e7) return digits(value);
    const exponent = Math.floor(Math.log10(value) + 1e-9);
    const factor = Number((value / 10 ** exponent).toPrecision(3));
    const raised = String(exponent).replace(/[0-9]/g, digit => '⁰¹²³⁴⁵⁶⁷⁸⁹'[digit]);
    return (factor === 1 ? '' : factor + '·') + '10' + raised;
  }

  /** The powers of ten around all numbers at a position of the points. */
  function decades(shown, position) {
    const values = shown.filter(series => series.kind === 'data' || series.kind === 'reference')
      .flatMap(series => series.points.map(point => point[position]));
    const low = 10 ** Math.floor(Math.log10(Math.min(...values)) + 1e-9);
    const high = 10 ** Math.ceil(Math.log10(Math.max(...values)) - 1e-9);
    return { min: low, max: Math.max(high, 10 * low) };
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
      const shown = chart.series.filter(isChosen);
      const nothing = !shown.some(series => series.kind === 'data');
      place.classList.toggle('empty', nothing);
      if (nothing) {
        drawn.get(chart.id)?.dispose();
        drawn.delete(chart.id);
        place.textContent = 'Nothing of this chart is chosen: choose other workloads or engines above.';
        return;
      }
      if (!drawn.has(chart.id)) {
        place.textContent = '';
        drawn.set(chart.id, echarts.init(place, null, { renderer: 'svg' }));
      }
      drawn.get(chart.id).setOption(option(chart, shown, place.clientWidth), true);
    });
  }

  function option(chart, shown, width) {
    const ink = style('--ink');
    const quiet = style('--quiet');
    const line = style('--line');
    const names = shown.filter(series => series.kind === 'data').map(series => series.name);
    const narrow = width < 600;
    const axis = (one, extra) => ({
      type: 'log', name: one.name, nameLocation: 'middle', nameTextStyle: { color: ink },
      axisLabel: { color: ink, formatter: units[one.unit], hideOverlap: true },
      axisLine: { lineStyle: { color: quiet } }, splitLine: { lineStyle: { color: line } }, ...extra,
    });
    return {
      animation: false,
      aria: { enabled: true, label: { description: chart.title + ': ' + names.length + ' lines, ' + chart.y.name + ' against ' + chart.x.name + '. The figures are in the table below.' } },
      textStyle: { fontFamily: 'system-ui, sans-serif' },
      grid: { left: narrow ? 70 : 90, right: narrow ? 12 : 24, top: 16, bottom: 96 },
      legend: { type: 'scroll', bottom: 0, data: names, textStyle: { color: ink, width: narrow ? width - 90 : 420, overflow: 'truncate' }, pageTextStyle: { color: ink }, pageIconColor: ink },
      tooltip: { trigger: 'item', confine: true, formatter: hit => tip(chart, hit) },
      xAxis: axis(chart.x, { nameGap: 28, ...decades(shown, 0) }),
      yAxis: axis(chart.y, { nameGap: narrow ? 54 : 70, ...decades(shown, 1) }),
      series: shown.flatMap((series, place) => lines(series, shown.findIndex(one => one.name === series.name) === place))
        .concat(marks(chart, quiet)),
    };
  }

  /** A colour for each engine and a symbol for each workload, the same in all charts. */
  function lines(series, isFirst) {
    const engine = page.engines.indexOf(series.engines[0]);
    const colours = palette();
    const colour = colours[Math.max(0, engine) % colours.length];
    const family = page.families.filter(one => chosen.families.has(one)).indexOf(series.family);
    const symbol = symbols[(family + Math.floor(engine / colours.length)) % symbols.length];
    const quiet = style('--quiet');
    const points = series.points.map(([x, y]) => [x, y]);
    if (series.kind !== 'data') {
      const isFit = series.kind === 'fit';
      return [{
        type: 'line', name: isFit ? series.name : series.name + ' ', data: points, showSymbol: false, silent: true, z: 1,
        lineStyle: { color: isFit ? colour : quiet, width: 1.5, type: isFit ? 'dashed' : series.kind === 'guide' ? 'dotted' : 'solid' },
        itemStyle: { color: isFit ? colour : quiet },
        endLabel: { show: !isFit && isFirst, formatter: series.name, color: quiet, align: 'right', offset: [0, -10] },
      }];
    }
    const paper = style('--paper');
    return [{
      type: 'line', name: series.name, symbol, symbolSize: 8, z: 3,
      lineStyle: { color: colour, width: 2 }, itemStyle: { color: colour },
      data: series.points.map(([x, y, low, high, hollow]) => ({
        value: [x, y, low, high, hollow], itemStyle: { color: hollow ? paper : colour, borderColor: colour, borderWidth: 2 },
      })),
    }, {
      type: 'custom', name: series.name, silent: true, clip: true, z: 2, itemStyle: { color: colour },
      data: series.points.filter(([, , low]) => low !== null && low > 0).map(([x, , low, high]) => [x, low, high]),
      encode: { x: 0, y: [1, 2] },
      renderItem: (params, api) => {
        const [x, bottom] = api.coord([api.value(0), api.value(1)]);
        const top = api.coord([api.value(0), api.value(2)])[1];
        return { type: 'line', shape: { x1: x, y1: bottom, x2: x, y2: top }, style: { stroke: colour, lineWidth: 1.5, opacity: 0.6 } };
      },
    }];
  }

  function marks(chart, quiet) {
    return chart.marks.map(mark => ({
      type: 'line', name: mark.name, data: [], silent: true,
      markArea: mark.low === mark.high ? undefined : {
        silent: true, itemStyle: { color: style('--band') }, label: { color: quiet, position: 'insideTopLeft' },
        data: [[{ name: mark.name, yAxis: mark.low }, { yAxis: mark.high }]],
      },
      markLine: mark.low !== mark.high ? undefined : {
        silent: true, symbol: 'none', lineStyle: { color: quiet, type: 'solid' }, label: { formatter: mark.name, color: quiet, position: 'insideStartTop' },
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

  /** Engines from the fastest down, each with its interval. */
  function ranking(one, narrow) {
    const ink = style('--ink');
    const places = one.places.map((place, row) => [place.mean, row, place.low, place.high]);
    return {
      animation: false,
      aria: { enabled: true, label: { description: one.title + '. The figures are in the table below.' } },
      grid: { left: narrow ? 130 : 190, right: 24, top: 8, bottom: 52 },
      tooltip: { trigger: 'item', confine: true, formatter: hit => digits(hit.value[0]) + ' times the fastest' },
      xAxis: { type: 'log', name: 'times the fastest engine', nameLocation: 'middle', nameGap: 28, nameTextStyle: { color: ink }, min: 1, axisLabel: { color: ink, formatter: units.ratio }, splitLine: { lineStyle: { color: style('--line') } } },
      yAxis: { type: 'category', inverse: true, data: one.places.map(place => place.engine), axisLabel: { color: ink } },
      series: [
        { type: 'scatter', data: places, symbolSize: 11, itemStyle: { color: palette()[0] } },
        {
          type: 'custom', silent: true, clip: true, data: places.filter(([, , low]) => low !== null),
          renderItem: (params, api) => {
            const [left, y] = api.coord([Math.max(1, api.value(2)), api.value(1)]);
            const right = api.coord([api.value(3), api.value(1)])[0];
            return { type: 'line', shape: { x1: left, y1: y, x2: right, y2: y }, style: { stroke: palette()[0], lineWidth: 2 } };
          },
        },
      ],
    };
  }

  /** A rectangle for each measured shape: blue where forward mode is faster, orange where reverse mode is. */
  function map(one, narrow) {
    const ink = style('--ink');
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
    const strongest = Math.max(1, ...one.points.map(([, , ratio]) => Math.abs(Math.log2(ratio))));
    return {
      animation: false,
      aria: { enabled: true, label: { description: one.title + '. The figures are in the table below.' } },
      grid: { left: narrow ? 60 : 80, right: 16, top: 12, bottom: 56 },
      tooltip: { trigger: 'item', confine: true, formatter: hit => shape(hit.value) },
      xAxis: axis('inputs n', one.inputs, 30),
      yAxis: axis('outputs m', one.outputs, narrow ? 40 : 50),
      series: [{
        type: 'custom', clip: true,
        data: one.points.map(([n, m, ratio, hollow]) => [one.inputs.indexOf(n), one.outputs.indexOf(m), ratio, hollow, n, m]),
        renderItem: (params, api) => {
          const [x, y] = api.coord([api.value(0) - 0.5, api.value(1) + 0.5]);
          const [width, height] = api.size([1, 1]);
          const ratio = api.value(2);
          const share = Math.abs(Math.log2(ratio)) / strongest;
          return {
            type: 'group', children: [
              { type: 'rect', shape: { x: x + 1, y: y + 1, width: width - 2, height: height - 2 }, style: { fill: ratio >= 1 ? '#D55E00' : '#0072B2', opacity: 0.15 + 0.6 * share } },
              { type: 'text', style: { text: digits(ratio >= 1 ? ratio : 1 / ratio) + (api.value(3) ? '*' : ''), x: x + width / 2, y: y + height / 2, textAlign: 'center', textVerticalAlign: 'middle', fill: ink, fontSize: narrow ? 10 : 12 } },
            ],
          };
        },
      }, {
        type: 'line', silent: true, symbol: 'circle', symbolSize: 6, z: 5, lineStyle: { color: ink, width: 2.5 }, itemStyle: { color: ink },
        data: one.crossings.map(([n, m]) => [place(one.inputs, n), place(one.outputs, m)]),
      }],
    };
  }

  function shape([, , ratio, hollow, n, m]) {
    return n + ' inputs, ' + m + ' outputs: ' + (ratio >= 1 ? 'reverse' : 'forward') + ' mode is ' + digits(ratio >= 1 ? ratio : 1 / ratio) + ' times as fast'
      + (hollow ? ' (sampled)' : '');
  }

  function fixed(name, all, make) {
    all.forEach((one, number) => {
      const place = document.getElementById(name + '-' + number);
      const key = name + number;
      if (!drawn.has(key)) drawn.set(key, echarts.init(place, null, { renderer: 'svg' }));
      drawn.get(key).setOption(make(one, place.clientWidth < 600), true);
    });
  }

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
  addEventListener('resize', () => { drawn.forEach(chart => chart.resize()); draw(); });
  start();
})();
