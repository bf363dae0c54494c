package dev.callsheet.runtime.client;

import java.time.Duration;

/** When a job is asked for next, and how. Changes on the loop only. */
final class Turn {
  private final JobState<?> job;
  private final boolean submittedHere;
  private Duration pause;
  private long due;
  private boolean alone;
  private boolean unknown;
  private int company;

  /**
   * @param submittedHere whether the task was submitted by this client
   */
  Turn(JobState<?> job, Duration pause, boolean submittedHere) {
    this.job = job;
    this.pause = pause;
    this.submittedHere = submittedHere;
  }

  boolean submittedHere() {
    return submittedHere;
  }

  JobState<?> job() {
    return job;
  }

  /** The time until its next turn, before jitter. */
  Duration pause() {
    return pause;
  }

  void pause(Duration next) {
    pause = next;
  }

  /** The moment on the loop's clock. */
  long due() {
    return due;
  }

  void due(long moment) {
    due = moment;
  }

  /** Whether it is asked for in a request of its own, since company got it no answer. */
  boolean alone() {
    return alone;
  }

  void alone(boolean next) {
    alone = next;
  }

  /** Whether the server, asked for it alone, had nothing to say. */
  boolean unknown() {
    return unknown;
  }

  void unknown(boolean next) {
    unknown = next;
  }

  /** How many jobs were in the last request that it was asked for in company. */
  int company() {
    return company;
  }

  void company(int size) {
    company = size;
  }
}
