package dev.callsheet.journal.postgresql;

/**
 * How many jobs of a group are in a queue.
 *
 * @param name the group
 * @param waiting those that wait for a worker
 * @param held those that workers have
 * @param stopped those that workers have stopped; see {@link JobQueue#stopped}
 */
public record QueueGroup(String name, long waiting, long held, long stopped) {}
