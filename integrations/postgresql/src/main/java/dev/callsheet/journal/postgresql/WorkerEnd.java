package dev.callsheet.journal.postgresql;

/** Why a worker has nothing more to do. */
public enum WorkerEnd {
  /** It was told to stop, and its jobs have ended. */
  STOPPED,
  /** No job waits, and no worker has one. */
  IDLE,
  /** What is left of the budget is too little for the next job. */
  BUDGET_EXHAUSTED
}
