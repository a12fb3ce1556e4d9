import type { APIRoute } from 'astro';
import { getFilesBeside, getRecord } from '../../data/record.ts';
import { type FeedFile, feedFiles } from '../../outputs/feeds.ts';

export async function getStaticPaths() {
  if (await getFilesBeside()) return [];
  return feedFiles(await getRecord()).map((file) => ({ params: { feed: file.path }, props: file }));
}

export const GET: APIRoute<FeedFile> = ({ props }) => new Response(props.text, { headers: { 'Content-Type': `${props.mime}; charset=utf-8` } });
