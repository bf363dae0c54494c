package dev.callsheet.generator.incremental;

import dev.callsheet.spec.model.DeferredProtocol;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A fingerprint of a value made of records, collections and what cannot change: the same for equal
 * values in every run, and another for others. A value that holds anything else has none, so that
 * nothing is taken for equal of which that is not known.
 */
final class ValueFingerprint {
  /** Whether values of a class are known by their texts. */
  private static final ClassValue<Boolean> IS_TEXT =
      new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
          return Stream.of(
                  String.class,
                  Number.class,
                  Boolean.class,
                  Character.class,
                  Enum.class,
                  JsonNode.class,
                  URI.class,
                  UUID.class,
                  Pattern.class,
                  Temporal.class,
                  TemporalAmount.class)
              .anyMatch(kind -> kind.isAssignableFrom(type));
        }
      };

  /** How the components of a record are read, in their order. */
  private static final ClassValue<List<Method>> ACCESSORS =
      new ClassValue<>() {
        @Override
        protected List<Method> computeValue(Class<?> type) {
          return Stream.of(Objects.requireNonNull(type.getRecordComponents()))
              .map(RecordComponent::getAccessor)
              .peek(accessor -> accessor.setAccessible(true))
              .toList();
        }
      };

  private final InputFingerprint parts = new InputFingerprint();

  /** The classes that were named, by the numbers that stand for them when they come again. */
  private final Map<Class<?>, String> named = new HashMap<>();

  private ValueFingerprint() {}

  /** A kind of value is not known. */
  private static final class UnknownKindException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnknownKindException(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }

  /** The fingerprint of a value; empty where it holds what is not known here. */
  static Optional<String> of(@Nullable Object value) {
    try {
      return Optional.of(hex(value));
    } catch (UnknownKindException unknown) {
      return Optional.empty();
    }
  }

  private static String hex(@Nullable Object value) {
    ValueFingerprint fingerprint = new ValueFingerprint();
    fingerprint.add(value);
    return fingerprint.parts.hexDigest();
  }

  private void add(@Nullable Object value) {
    if (value == null) {
      parts.add("null");
    } else if (value instanceof Record structure) {
      addRecord(structure);
    } else if (value instanceof Optional<?> optional) {
      parts.add("optional");
      add(optional.orElse(null));
    } else if (value instanceof Map<?, ?> map) {
      addAll("map", ordered(map, map.entrySet()));
    } else if (value instanceof Map.Entry<?, ?> entry) {
      add(entry.getKey());
      add(entry.getValue());
    } else if (value instanceof Set<?> set) {
      addAll("set", ordered(set, set));
    } else if (value instanceof List<?> list) {
      addAll("list", list);
    } else if (value instanceof DeferredProtocol protocol) {
      parts.add(protocol.toString());
    } else if (IS_TEXT.get(value.getClass())) {
      addClass(value.getClass());
      parts.add(value.toString());
    } else {
      throw new UnknownKindException("of unknown kind: " + value.getClass(), null);
    }
  }

  private void addAll(String kind, Collection<?> values) {
    parts.add(kind).add(String.valueOf(values.size()));
    values.forEach(this::add);
  }

  /** Sets and maps that have no order of their own come in one that every run finds again. */
  private static Collection<?> ordered(Object collection, Collection<?> elements) {
    boolean hasOrder =
        !collection.getClass().getName().startsWith("java.util.ImmutableCollections");
    return hasOrder ? elements : elements.stream().map(ValueFingerprint::hex).sorted().toList();
  }

  /** Most of a large value would be names of classes. No name is a number. */
  private void addClass(Class<?> type) {
    String number = named.get(type);
    parts.add(number == null ? type.getName() : number);
    if (number == null) {
      named.put(type, Integer.toString(named.size()));
    }
  }

  private void addRecord(Record structure) {
    addClass(structure.getClass());
    try {
      for (Method accessor : ACCESSORS.get(structure.getClass())) {
        add(accessor.invoke(structure));
      }
    } catch (ReflectiveOperationException | InaccessibleObjectException hidden) {
      throw new UnknownKindException(structure.getClass().toString(), hidden);
    }
  }
}
