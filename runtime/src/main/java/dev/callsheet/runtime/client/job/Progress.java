package dev.callsheet.runtime.client.job;

import java.time.Duration;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * How far a job has come.
 *
 * @param job the job's id
 * @param status where it is
 * @param expected how many results it was asked for
 * @param delivered how many are here
 * @param failed how many are not coming
 * @param percent the progress of the whole, for tasks whose server reports it
 * @param elapsed the time since the job was submitted or attached to
 */
public record Progress(
    UUID job,
    JobStatus status,
    int expected,
    int delivered,
    int failed,
    OptionalInt percent,
    Duration elapsed) {}
