package dev.callsheet.linter.internal.json;

import dev.callsheet.runtime.JsonPointer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A JSON value with the places in a text of itself and of all that is inside. One tree serves the
 * positions of findings, repeated keys, repairs and edits of the text. Offsets are in {@code char}s
 * from the beginning of the text that was read. Safe for use by several threads.
 */
public final class PositionedJson {
  /** In objects with no more members than this, a name is searched for one by one. */
  private static final int MAX_MEMBERS_WITHOUT_INDEX = 16;

  private final @Nullable Key key;
  private final JsonNode value;
  private final int startOffset;
  private final int endOffset;
  private final List<PositionedJson> children;

  /** Made when first needed; immutable, so that threads need not agree on who makes it. */
  private @Nullable Map<String, PositionedJson> membersByName;

  PositionedJson(
      @Nullable Key key, JsonNode value, int start, int end, List<PositionedJson> children) {
    this.key = key;
    this.value = value;
    this.startOffset = start;
    this.endOffset = end;
    this.children = children;
  }

  /**
   * The key of a member of an object.
   *
   * @param name without its quotes and escapes
   * @param startOffset of its first quote
   * @param endOffset behind its last quote
   */
  public record Key(String name, int startOffset, int endOffset) {}

  /**
   * A key that is given again in one object.
   *
   * @param pointer to the members with that key, from the value whose duplicates are asked for
   * @param first the member before it with that key
   * @param repeated the member itself
   */
  public record Duplicate(JsonPointer pointer, PositionedJson first, PositionedJson repeated) {}

  /** The key it stands under; null when it is no member of an object. */
  public @Nullable Key key() {
    return key;
  }

  /** The value; of members with the same key, it has the last. */
  public JsonNode value() {
    return value;
  }

  /** The offset of its key; its own offset when it has none. */
  public int keyOffset() {
    return key == null ? startOffset : key.startOffset();
  }

  /** The offset of its first character. */
  public int startOffset() {
    return startOffset;
  }

  /** The offset behind its last character. */
  public int endOffset() {
    return endOffset;
  }

  /**
   * The members of an object or the items of a list, in the order of the text, repeated ones too.
   */
  public List<PositionedJson> children() {
    return children;
  }

  /** The last member of that name, which is the one that counts; null when there is none. */
  public @Nullable PositionedJson member(String name) {
    if (!value.isObject()) {
      return null;
    }
    if (children.size() > MAX_MEMBERS_WITHOUT_INDEX) {
      return membersByName().get(name);
    }
    PositionedJson found = null;
    for (PositionedJson child : children) {
      found = child.isNamed(name) ? child : found;
    }
    return found;
  }

  /** The value that a pointer leads to from here, or the innermost on the way that is there. */
  public PositionedJson nearest(JsonPointer pointer) {
    PositionedJson found = this;
    for (String step : pointer.steps()) {
      PositionedJson next = found.child(step);
      if (next == null) {
        return found;
      }
      found = next;
    }
    return found;
  }

  /**
   * The member, here or further inside, whose key begins at an offset.
   *
   * @throws IllegalArgumentException when there is none
   */
  public PositionedJson memberWithKeyAt(int offset) {
    for (PositionedJson child : children) {
      if (child.key != null && child.keyOffset() == offset) {
        return child;
      }
      if (child.contains(offset)) {
        return child.memberWithKeyAt(offset);
      }
    }
    throw new IllegalArgumentException("no key begins at " + offset);
  }

  /** Whether an offset is between its first and its last character. */
  public boolean contains(int offset) {
    return startOffset < offset && offset < endOffset;
  }

  /** The keys that are given again, here and further inside. */
  public List<Duplicate> duplicates() {
    List<Duplicate> duplicates = new ArrayList<>();
    addDuplicates(JsonPointer.ROOT, duplicates);
    return duplicates;
  }

  private void addDuplicates(JsonPointer pointer, List<Duplicate> duplicates) {
    if (value.isObject() && value.size() < children.size()) {
      Map<String, PositionedJson> earlier = new HashMap<>();
      for (PositionedJson child : children) {
        String name = child.name();
        PositionedJson first = earlier.put(name, child);
        if (first != null) {
          duplicates.add(new Duplicate(pointer.child(name), first, child));
        }
      }
    }
    for (int i = 0; i < children.size(); i++) {
      PositionedJson child = children.get(i);
      if (!child.children.isEmpty()) {
        String step = child.key == null ? Integer.toString(i) : child.name();
        child.addDuplicates(pointer.child(step), duplicates);
      }
    }
  }

  private @Nullable PositionedJson child(String step) {
    if (!value.isArray()) {
      return member(step);
    }
    int index = JsonPointer.indexOf(step);
    return index >= 0 && index < children.size() ? children.get(index) : null;
  }

  private String name() {
    return key == null ? "" : key.name();
  }

  private boolean isNamed(String name) {
    return key != null && key.name().equals(name);
  }

  private Map<String, PositionedJson> membersByName() {
    Map<String, PositionedJson> index = membersByName;
    if (index == null) {
      Map<String, PositionedJson> found = new HashMap<>();
      children.forEach(child -> found.put(child.name(), child));
      index = Map.copyOf(found);
      membersByName = index;
    }
    return index;
  }
}
