// One line on any page: <script src="https://engine.example/widget.js" data-bot="bot_a1" async></script>. It makes a
// button that opens the bot's chat in a frame; nothing of the page is read, and the frame is the engine's own page.

;(() => {
  const script = document.currentScript
  if (!(script instanceof HTMLScriptElement)) return
  const { bot = '', label = 'Chat', position = 'right', colour = '#3a5bd9' } = script.dataset
  const base = new URL('.', script.src)
  const begin = () => {
    if (/^bot_[A-Za-z0-9-]+$/.test(bot)) new Widget({ bot, label, position, colour, base }).show()
  }

  const STYLE = `
    :host { all: initial; }
    .launcher, .panel { position: fixed; z-index: 2147483000; inset-block-end: 20px; }
    .right { inset-inline-end: 20px; }
    .left { inset-inline-start: 20px; }
    .launcher {
      display: grid; place-items: center; inline-size: 56px; block-size: 56px; padding: 0; border: 0; border-radius: 28px;
      background: var(--colour); color: var(--on-colour); cursor: pointer; box-shadow: 0 4px 16px #0005;
    }
    .launcher:hover { filter: brightness(1.08); }
    .launcher:focus-visible { outline: 3px solid var(--colour); outline-offset: 3px; }
    .launcher .cross, .launcher[aria-expanded="true"] .bubble { display: none; }
    .launcher[aria-expanded="true"] .cross { display: block; }
    .badge {
      position: absolute; inset-block-start: -4px; inset-inline-end: -4px; min-inline-size: 22px; box-sizing: border-box;
      padding: 2px 6px; border-radius: 11px; background: #b9261c; color: #fff; font: 600 13px/18px system-ui, sans-serif;
    }
    .badge[hidden], .panel[hidden] { display: none; }
    .panel {
      inset-block-end: 88px; inline-size: 384px; block-size: min(640px, calc(100dvh - 108px)); overflow: hidden;
      border-radius: 14px; background: Canvas; box-shadow: 0 8px 32px #0006; color-scheme: light dark;
    }
    iframe { display: block; inline-size: 100%; block-size: 100%; border: 0; }
    @media (max-width: 480px) {
      .panel { inset: 0; inline-size: auto; block-size: auto; border-radius: 0; }
      .launcher[aria-expanded="true"] { display: none; }
    }
  `

  class Widget {
    /** @param {{ bot: string, label: string, position: string, colour: string, base: URL }} options */
    constructor({ bot, label, position, colour, base }) {
      this.label = label
      this.origin = base.origin
      this.address = new URL(`chat/${bot}?embed=widget`, base).href
      this.side = position === 'left' ? 'left' : 'right'
      this.colour = /^#[0-9a-f]{6}$/i.test(colour) ? colour : '#3a5bd9'
      this.unseen = 0
      this.launcher = document.createElement('button')
      this.badge = document.createElement('span')
      this.panel = document.createElement('div')
      /** @type {HTMLIFrameElement | null} */
      this.frame = null
    }

    show() {
      const host = document.createElement('div')
      host.style.setProperty('--colour', this.colour)
      host.style.setProperty('--on-colour', isLight(this.colour) ? '#0d1226' : '#ffffff')
      const root = host.attachShadow({ mode: 'open' })
      // A sheet that is made by a script is allowed where the page allows no inline styles.
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(STYLE)
      root.adoptedStyleSheets = [sheet]
      const { launcher, badge, panel } = this
      launcher.type = 'button'
      launcher.className = `launcher ${this.side}`
      launcher.append(
        icon('bubble', 'M4 5h16v11H10l-5 4v-4H4z'),
        icon('cross', 'M6 6l12 12M18 6 6 18'),
        badge,
      )
      launcher.setAttribute('aria-controls', 'panel')
      launcher.addEventListener('click', () => (panel.hidden ? this.open() : this.close()))
      badge.className = 'badge'
      badge.setAttribute('aria-hidden', 'true')
      panel.id = 'panel'
      panel.className = `panel ${this.side}`
      panel.setAttribute('role', 'dialog')
      panel.setAttribute('aria-label', this.label)
      panel.hidden = true
      root.append(panel, launcher)
      document.body.append(host)
      this.say()
      addEventListener('message', event => this.hear(event))
      addEventListener('keydown', event => event.key === 'Escape' && !panel.hidden && this.close())
      Object.assign(window, { ParleyWidget: { open: () => this.open(), close: () => this.close() } })
    }

    open() {
      this.frame ??= this.load()
      this.panel.hidden = false
      this.unseen = 0
      this.say()
      this.frame.focus()
    }

    close() {
      this.panel.hidden = true
      this.say()
      this.launcher.focus()
    }

    /** The chat is loaded when somebody wants it, and stays. */
    load() {
      const frame = document.createElement('iframe')
      frame.title = this.label
      frame.allow = 'geolocation'
      frame.src = this.address
      this.panel.append(frame)
      return frame
    }

    /** @param {MessageEvent} event */
    hear({ origin, source, data }) {
      if (origin !== this.origin || !this.frame || source !== this.frame.contentWindow) return
      if (data?.type === 'parley:close') this.close()
      if (data?.type === 'parley:said' && this.panel.hidden) {
        this.unseen += Number(data.count) || 0
        this.say()
        dispatchEvent(new CustomEvent('parley-unread', { detail: { count: this.unseen } }))
      }
    }

    /** What the button shows and says. */
    say() {
      const { launcher, badge, panel, unseen, label } = this
      launcher.setAttribute('aria-expanded', String(!panel.hidden))
      launcher.setAttribute('aria-label', unseen > 0 ? `${label} (${unseen})` : label)
      badge.textContent = String(unseen)
      badge.hidden = unseen === 0
    }
  }

  /** @param {string} name @param {string} path */
  function icon(name, path) {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
    for (const [key, value] of Object.entries({
      class: name,
      viewBox: '0 0 24 24',
      width: '26',
      height: '26',
      fill: 'none',
      stroke: 'currentColor',
      'stroke-width': '1.8',
      'stroke-linecap': 'round',
      'stroke-linejoin': 'round',
      'aria-hidden': 'true',
    }))
      svg.setAttribute(key, value)
    const line = document.createElementNS('http://www.w3.org/2000/svg', 'path')
    line.setAttribute('d', path)
    svg.append(line)
    return svg
  }

  /** Whether dark signs stand out better on a colour (WCAG's relative luminance). @param {string} colour */
  function isLight(colour) {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(at => {
      const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.18
  }

  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', begin)
  else begin()
})()
