package dev.callsheet.tests.conformance;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A place in a tree of records, lists and maps, which are never changed: the tree is made again
 * with something else at the place, by the constructors of the records around it.
 *
 * @param path the components and indices that lead to the place
 * @param value what is there
 * @param with the whole tree with another value there
 */
record RecordPlace(String path, Object value, Function<Object, Object> with) {
  /**
   * All places in a tree, each before those inside.
   *
   * @param isOpen whether to look at a component of a record, by the record and its name
   */
  static List<RecordPlace> of(Object tree, ComponentFilter isOpen) {
    List<RecordPlace> places = new ArrayList<>();
    add(new RecordPlace("", tree, Function.identity()), isOpen, places);
    return places;
  }

  /** Which components of records are looked at. */
  @FunctionalInterface
  interface ComponentFilter {
    /** Whether to look at a component. */
    boolean includes(Record record, String component);
  }

  private static void add(RecordPlace at, ComponentFilter isOpen, List<RecordPlace> places) {
    places.add(at);
    if (at.value instanceof Record record) {
      RecordComponent[] components = record.getClass().getRecordComponents();
      @Nullable Object[] values =
          Arrays.stream(components).map(component -> read(component, record)).toArray();
      for (int i = 0; i < components.length; i++) {
        int index = i;
        if (values[i] != null && isOpen.includes(record, components[i].getName())) {
          Function<Object, Object> rebuild =
              value -> at.with.apply(constructed(record, components, values, index, value));
          String path = at.path + "." + components[i].getName();
          add(new RecordPlace(path, values[i], rebuild), isOpen, places);
        }
      }
    } else if (at.value instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        int index = i;
        Function<Object, Object> rebuild = value -> at.with.apply(replaced(list, index, value));
        add(new RecordPlace(at.path + "[" + i + "]", list.get(i), rebuild), isOpen, places);
      }
    } else if (at.value instanceof Map<?, ?> map) {
      map.forEach(
          (key, inner) -> {
            Function<Object, Object> rebuild =
                value -> {
                  Map<Object, Object> changed = new LinkedHashMap<>(map);
                  changed.put(key, value);
                  return at.with.apply(changed);
                };
            add(new RecordPlace(at.path + "[" + key + "]", inner, rebuild), isOpen, places);
          });
    }
  }

  private static List<Object> replaced(List<?> list, int index, Object value) {
    List<Object> changed = new ArrayList<>(list);
    changed.set(index, value);
    return changed;
  }

  private static @Nullable Object read(RecordComponent component, Record record) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot read " + component, e);
    }
  }

  private static Object constructed(
      Record record,
      RecordComponent[] components,
      @Nullable Object[] values,
      int index,
      Object value) {
    @Nullable Object[] changed = values.clone();
    changed[index] = value;
    try {
      Constructor<?> canonical =
          record
              .getClass()
              .getDeclaredConstructor(
                  Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new));
      return canonical.newInstance(changed);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot make another " + record, e);
    }
  }
}
