package dev.callsheet.benchmarks.checking.beans;

import jakarta.validation.Payload;

/** Marks a constraint that only warns. */
public interface Warning extends Payload {}
