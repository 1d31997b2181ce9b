(function () {
  'use strict';

  const PAUSE = 1800; // milliseconds a step is shown while playing

  function start(walk) {
    const steps = Array.from(walk.querySelectorAll('.walk-steps li'));
    const timed = Array.from(walk.querySelectorAll('[data-from]'));
    const marked = Array.from(walk.querySelectorAll('[data-at]'));
    const buttons = {};
    walk.querySelectorAll('[data-go]').forEach(button => { buttons[button.dataset.go] = button; });
    const last = steps.length - 1;
    let current = 0;
    let timer = 0;

    function show(step) {
      current = Math.max(0, Math.min(last, step));
      for (const element of timed) {
        const from = Number(element.dataset.from);
        const to = element.dataset.to === undefined ? Infinity : Number(element.dataset.to);
        element.setAttribute('visibility', from <= current && current < to ? 'visible' : 'hidden');
      }
      for (const element of marked) {
        element.classList.toggle('now', element.dataset.at.split(' ').includes(String(current)));
      }
      const item = steps[current];
      walk.querySelector('.walk-step').textContent = item.textContent;
      walk.querySelector('.walk-visits').textContent = 'Edges visited: forward mode ' + item.dataset.forward
        + ', reverse mode ' + item.dataset.reverse;
      walk.querySelector('.walk-count').textContent = 'step ' + (current + 1) + ' of ' + steps.length;
      setEnabled(buttons.first, current > 0);
      setEnabled(buttons.back, current > 0);
      setEnabled(buttons.next, current < last);
      setEnabled(buttons.last, current < last);
    }

    // A disabled button would lose the focus of whoever steps by keyboard; so it stays and does nothing.
    function setEnabled(button, enabled) {
      button.setAttribute('aria-disabled', String(!enabled));
    }

    function stop() {
      clearInterval(timer);
      timer = 0;
      buttons.play.textContent = 'Play';
    }

    function play() {
      show(current === last ? 0 : current + 1);
      buttons.play.textContent = 'Pause';
      timer = setInterval(() => {
        show(current + 1);
        if (current === last) {
          stop();
        }
      }, PAUSE);
    }

    const actions = {
      first: () => show(0),
      back: () => show(current - 1),
      next: () => show(current + 1),
      last: () => show(last)
    };

    function go(name) {
      const playing = timer !== 0;
      stop();
      if (name !== 'play') {
        actions[name]();
      } else if (!playing) {
        play();
      }
    }

    Object.keys(buttons).forEach(name => buttons[name].addEventListener('click', () => go(name)));
    const keys = { ArrowRight: 'next', ArrowLeft: 'back', Home: 'first', End: 'last', ' ': 'play' };
    walk.addEventListener('keydown', event => {
      const name = keys[event.key];
      const own = event.target === walk || event.key !== ' '; // a space on a button presses that button
      const plain = !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey;
      const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
      if (name !== undefined && own && plain && !(name === 'play' && still)) {
        event.preventDefault();
        go(name);
      }
    });

    walk.querySelector('.walk-buttons').hidden = false;
    walk.querySelector('.walk-visits').hidden = false;
    show(0);
  }

  document.querySelectorAll('.walk').forEach(start);
}());
