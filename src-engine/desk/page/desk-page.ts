import { CLIP } from '../../chat-page/icons.ts'

/**
 * The page in which agents answer. Its words are put in by the page itself, in the language of the browser
 * (`data-word` for texts, `data-label` for names); everything that moves is in desk.js, because the page's policy
 * allows nothing inline. Addresses are relative, so that it works below any path a proxy gives it.
 */
export const DESK_PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content">
<meta name="color-scheme" content="light dark">
<title>Agent desk</title>
<link rel="icon" href="desk/desk/page/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="desk/chat-page/base.css">
<link rel="stylesheet" href="desk/desk/page/desk.css">
<script type="module" src="desk/desk/page/desk.js"></script>
</head>
<body>
<noscript><p class="empty">The agent desk needs JavaScript.</p></noscript>
<main id="entrance" class="entrance" hidden>
<form id="sign-in" class="sign-in">
<img src="desk/desk/page/icon.svg" alt="" width="40" height="40">
<h1 data-word="title"></h1>
<label class="field"><span data-word="name"></span>
<input id="name" class="input" type="text" autocomplete="username" autocapitalize="none" spellcheck="false" maxlength="64" required></label>
<label class="field"><span data-word="password"></span>
<input id="password" class="input" type="password" autocomplete="current-password" maxlength="200" required></label>
<p id="sign-in-trouble" class="trouble" role="alert"></p>
<button class="primary" type="submit" data-word="signIn"></button>
</form>
</main>
<div id="desk" class="desk" hidden>
<header class="head">
<img src="desk/desk/page/icon.svg" alt="" width="24" height="24">
<h1 data-word="title"></h1>
<label class="switch"><input id="accepting" type="checkbox" role="switch"><span class="knob"></span><span data-word="accepting"></span></label>
<div id="skills" class="skills" role="group" data-label="skillsNow"></div>
<p id="line" class="line" role="status"></p>
<span id="me" class="me"></span>
<button id="sign-out" class="quiet" type="button" data-word="signOut"></button>
</header>
<nav class="lists" data-label="conversations">
<section aria-labelledby="mine-head">
<h2 id="mine-head"><span data-word="mine"></span> <span id="mine-count" class="count"></span></h2>
<ul id="mine" class="list"></ul>
<p id="mine-none" class="none" data-word="mineNone"></p>
</section>
<section aria-labelledby="waiting-head">
<h2 id="waiting-head"><span data-word="waiting"></span> <span id="waiting-count" class="count"></span></h2>
<ul id="waiting" class="list"></ul>
<p id="waiting-none" class="none" data-word="waitingNone"></p>
</section>
</nav>
<main class="middle">
<p id="nothing" class="empty" data-word="choose"></p>
<section id="chat" class="chat" aria-labelledby="chat-who" hidden>
<div class="chat-head">
<div class="titles">
<h2 id="chat-who" tabindex="-1"></h2>
<p id="chat-where" class="where"></p>
</div>
<button id="take" class="primary" type="button" data-word="take"></button>
<button id="transfer" class="plain" type="button" data-word="transfer"></button>
<button id="close" class="plain" type="button" data-word="close"></button>
</div>
<div id="log" class="log" role="log" aria-live="off" tabindex="0" data-label="messages"></div>
<p id="notice" class="notice" role="status"></p>
<ul id="tray" class="tray" data-label="attachments" hidden></ul>
<form id="composer" class="composer">
<input id="file" type="file" multiple hidden>
<button id="attach" class="plain clip" type="button" data-label="sendFile" data-title="sendFile">${CLIP}</button>
<button id="replies" class="plain" type="button" data-word="replies" aria-haspopup="dialog"></button>
<label class="unseen" for="text" data-word="message"></label>
<textarea id="text" class="text" rows="1" maxlength="4096" autocomplete="off" enterkeyhint="send"></textarea>
<button id="send" class="primary" type="submit" data-word="send"></button>
</form>
</section>
</main>
<aside id="about" class="about" data-label="about"></aside>
</div>
<p id="said" class="unseen" role="status"></p>
<dialog id="transfer-dialog" class="dialog" aria-labelledby="transfer-head">
<form id="transfer-form" method="dialog">
<h2 id="transfer-head" data-word="transferHead"></h2>
<label class="field"><span data-word="transferTo"></span><select id="transfer-to" class="input" required></select></label>
<label class="field"><span data-word="note"></span><textarea id="transfer-note" class="input" rows="2" maxlength="1000"></textarea></label>
<div class="ends"><button class="plain" type="button" data-close data-word="cancel"></button>
<button class="primary" type="submit" data-word="transfer"></button></div>
</form>
</dialog>
<dialog id="close-dialog" class="dialog" aria-labelledby="close-head">
<form id="close-form" method="dialog">
<h2 id="close-head" data-word="closeHead"></h2>
<label class="field"><span data-word="reason"></span><select id="close-reason" class="input"></select></label>
<div class="ends"><button class="plain" type="button" data-close data-word="cancel"></button>
<button class="primary" type="submit" data-word="close"></button></div>
</form>
</dialog>
<dialog id="replies-dialog" class="dialog" aria-labelledby="replies-head">
<h2 id="replies-head" data-word="replies"></h2>
<label class="field"><span data-word="find"></span><input id="replies-find" class="input" type="search" autocomplete="off"></label>
<ul id="replies-list" class="replies"></ul>
<p id="replies-none" class="none" data-word="repliesNone"></p>
<div class="ends"><button class="plain" type="button" data-close data-word="cancel"></button></div>
</dialog>
</body>
</html>
`
