import type { APIRoute } from 'astro';
import { getRecord } from '../../record/door.ts';
import { type FeedFile, feedFiles } from '../../features/data/feeds.ts';

export async function getStaticPaths() {
  return feedFiles(await getRecord()).map((file) => ({ params: { feed: file.path }, props: file }));
}

export const GET: APIRoute<FeedFile> = ({ props }) => new Response(props.text, { headers: { 'Content-Type': `${props.mime}; charset=utf-8` } });
