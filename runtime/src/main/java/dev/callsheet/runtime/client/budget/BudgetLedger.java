package dev.callsheet.runtime.client.budget;

import dev.callsheet.runtime.Price;
import dev.callsheet.runtime.client.error.BudgetException;
import java.math.BigDecimal;
import java.util.UUID;

/**
 * Where account is kept of what a budget is spent on: that of one client, unless the client is
 * given one that many share. What a job may cost at most is set aside before it is sent, and
 * replaced by what it did cost. Safe for any number of threads.
 */
public interface BudgetLedger {
  /**
   * Sets aside the most that a job may cost. A job that has something set aside keeps that, and it
   * is this client's now. May block.
   *
   * @param model the model's name, for the message
   * @return whether it had nothing set aside before
   * @throws BudgetException if that is more than is left, or cannot be known; nothing is set aside
   */
  boolean reserve(UUID job, String model, Price estimate);

  /**
   * Puts back what is set aside for a job that could not be written down, and so was not sent; not
   * where another client has it by now, which then settles it. Does not block.
   */
  void release(UUID job);

  /**
   * Replaces what is set aside for a job that has ended by what it cost; without effect where
   * nothing is. Does not block; where it cannot be written down at once, that is tried again.
   *
   * @param cost what the server says that its results cost, in US dollars
   * @param unpriced how many results it says nothing of
   * @param results how many results the job was for; at least 1
   */
  void settle(UUID job, BigDecimal cost, int unpriced, int results);

  /** What is spent and reserved now. May block. */
  Spending spending();
}
