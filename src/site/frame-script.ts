/** What a frame calls its message to the page that shows it. */
const MESSAGE = 'on-record:height';

/**
 * The one script of a frame: it tells the page around it how high it is, `{ type: 'on-record:height', height }` in CSS
 * pixels, when it opens and whenever its size changes, and marks the frame as whole while nothing of it lies below the edge. Inline, so that a
 * frame still fetches nothing; the policy of frames allows it by its hash and no other.
 */
export const FRAME_SCRIPT = `{const e=document.documentElement;const f=()=>{e.toggleAttribute("data-whole",true);const n=Math.ceil(e.getBoundingClientRect().height);e.toggleAttribute("data-whole",innerHeight>=n);parent.postMessage({type:"${MESSAGE}",height:n},"*")};new ResizeObserver(f).observe(e);addEventListener("resize",f);addEventListener("load",f);f()}`;

/** What the page around frames may hold, once and before the first of them, to give each the height that it tells. */
export const HOST_SCRIPT = `<script>
addEventListener('message', ({ data, source }) => {
  if (!data || data.type !== '${MESSAGE}') return;
  for (const frame of document.querySelectorAll('iframe')) {
    if (frame.contentWindow === source) frame.style.height = Number(data.height) + 'px';
  }
});
</script>`;
