import type { Flow, PageModel, PagePlan } from './model.js';
import { paginate } from './paginate.js';
import type { PaginationWeights } from './weights.js';

/** Plans of flows around floats, each made once: rounds of foretelling come to the same pages again. */
export class KnownPlans {
  private readonly plans = new Map<Flow, Map<string, PagePlan>>();

  constructor(private readonly weights: Partial<PaginationWeights>) {}

  /** @param model Of one publication, but for the shapes of pages before `alikeFrom`. */
  of(flow: Flow, model: PageModel): PagePlan {
    const ofFlow = this.plans.get(flow) ?? new Map<string, PagePlan>();
    this.plans.set(flow, ofFlow);
    const pages = Array.from({ length: model.alikeFrom ?? 0 }, (_, page) => model.shapeOf(page));
    const key = JSON.stringify(pages);
    const plan = ofFlow.get(key) ?? paginate(flow, model, this.weights);
    ofFlow.set(key, plan);
    return plan;
  }
}
