package dev.callsheet.benchmarks.checker.beans;

import jakarta.validation.Payload;

/** Marks a constraint that only warns. */
public interface WarningPayload extends Payload {}
