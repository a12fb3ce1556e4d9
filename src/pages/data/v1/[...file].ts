import type { APIRoute } from 'astro';
import { type DataFile, openData } from '../../../features/data/data.ts';
import { getContent } from '../../../record/door.ts';

export async function getStaticPaths() {
  const { record, entries } = await getContent();
  return openData(record, entries).files.map((file) => ({ params: { file: file.path }, props: file }));
}

export const GET: APIRoute<DataFile> = ({ props }) => new Response(props.bytes, { headers: { 'Content-Type': `${props.mime}; charset=utf-8` } });
