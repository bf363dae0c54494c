package dev.callsheet.runtime.client.journal;

import java.net.URI;

/**
 * Whose tasks they are. A session takes up no task of another scope: sent to another server or by
 * another account, it would be a new one, and paid again.
 *
 * @param endpoint where tasks are sent
 * @param account who pays, as a name that is no secret
 */
public record Scope(URI endpoint, String account) {}
