package dev.callsheet.spec.model;

import java.util.List;

/**
 * Who sells a model, as its specs need to know it.
 *
 * @param name as models name it, such as {@code runware}
 * @param title its name for people
 * @param identifyingMembers the members of a request that say what it is and which it is; each
 *     model of the platform requires them
 */
public record Platform(String name, String title, List<String> identifyingMembers) {
  /** Copies the list, so that a platform never changes. */
  public Platform {
    identifyingMembers = List.copyOf(identifyingMembers);
  }
}
