export type { ChangeView, ObstacleView } from '#lib/picture/record/change-view.ts';
