export {
  type FloatingPlan,
  type PageFloat,
  type PlacedFloat,
  paginateWithFloats,
} from './floats.js';
export { evenness, isOffGrid } from './grid.js';
export * from './model.js';
export { paginate } from './paginate.js';
export { moveToSides, pageOfItem, type SideWish } from './sides.js';
export { type Space, spacesOf } from './spaces.js';
export { columnEndPenalties, defaultWeights, type PaginationWeights } from './weights.js';
