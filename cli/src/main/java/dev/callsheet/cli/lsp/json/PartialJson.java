package dev.callsheet.cli.lsp.json;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A JSON value as far as it is written, with its place in the text. */
public sealed interface PartialJson {
  /** The offset of its first character. */
  int start();

  /** The offset behind its last character; where it is not closed, behind what belongs to it. */
  int end();

  /** The value, without members and items that have none yet. */
  JsonNode json();

  /** The member that a key names first; null where there is none. */
  default @Nullable Member member(String name) {
    return null;
  }

  /** Whether an offset is inside the value, where more could be written into it. */
  default boolean contains(int offset) {
    return start() < offset && offset < end();
  }

  /**
   * An object.
   *
   * @param isClosed whether its brace is there
   */
  record OfObject(int start, int end, boolean isClosed, List<Member> members)
      implements PartialJson {
    /** Copies the list, so that a value never changes. */
    public OfObject {
      members = List.copyOf(members);
    }

    @Override
    public @Nullable Member member(String name) {
      return members.stream().filter(each -> each.name().equals(name)).findFirst().orElse(null);
    }

    @Override
    public boolean contains(int offset) {
      return start < offset && (isClosed ? offset < end : offset <= end);
    }

    @Override
    public JsonNode json() {
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      for (Member member : members) {
        PartialJson value = member.value();
        if (value != null) {
          object.set(member.name(), value.json());
        }
      }
      return object;
    }
  }

  /**
   * A list.
   *
   * @param isClosed whether its bracket is there
   */
  record OfList(int start, int end, boolean isClosed, List<PartialJson> items)
      implements PartialJson {
    /** Copies the list, so that a value never changes. */
    public OfList {
      items = List.copyOf(items);
    }

    @Override
    public boolean contains(int offset) {
      return start < offset && (isClosed ? offset < end : offset <= end);
    }

    @Override
    public JsonNode json() {
      ArrayNode list = JsonNodeFactory.instance.arrayNode();
      items.forEach(item -> list.add(item.json()));
      return list;
    }
  }

  /** A string, a number, {@code true}, {@code false} or {@code null}, or what begins like one. */
  record OfScalar(int start, int end, JsonNode json) implements PartialJson {}

  /**
   * A member of an object.
   *
   * @param name as far as it is written
   * @param start where its key begins
   * @param keyEnd behind its key
   * @param colon where its colon stands; -1 where there is none yet
   * @param value null while there is none
   */
  record Member(String name, int start, int keyEnd, int colon, @Nullable PartialJson value) {}
}
