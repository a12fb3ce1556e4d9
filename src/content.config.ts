import { defineCollection } from 'astro:content';
import { entriesOf } from './build/content-loader.ts';
import { articleSchema } from './record/schema/article.ts';
import { pageSchema } from './record/schema/page.ts';
import { positionSchema } from './record/schema/position.ts';
import { topicSchema } from './record/schema/topic.ts';

export const collections = {
  topics: defineCollection({ loader: entriesOf('topics'), schema: topicSchema }),
  positions: defineCollection({ loader: entriesOf('positions'), schema: positionSchema }),
  pages: defineCollection({ loader: entriesOf('pages'), schema: pageSchema }),
  articles: defineCollection({ loader: entriesOf('articles'), schema: articleSchema }),
};
