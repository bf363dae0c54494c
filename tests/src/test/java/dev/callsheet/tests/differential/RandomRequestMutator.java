package dev.callsheet.tests.differential;

import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Parameter;
import dev.callsheet.spec.model.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes requests from valid ones by a few changes each: parameters go, come, take other values or
 * those of another request; items of lists likewise. The same seed makes the same requests.
 */
public final class RandomRequestMutator {
  private final Shape.Structure shape;
  private final List<ObjectNode> seeds;
  private final SplittableRandom random;
  private final RandomValues samples;

  /** Makes them from these valid ones; a seed makes the same again. */
  public RandomRequestMutator(ModelSpec model, List<ObjectNode> seeds, long seed) {
    this.shape = model.request();
    this.seeds = seeds;
    this.random = new SplittableRandom(seed);
    this.samples = new RandomValues(random);
  }

  /** So many requests. */
  public Stream<ObjectNode> requests(int count) {
    return Stream.generate(this::request).limit(count);
  }

  /** So many that are made of nothing but the spec: every parameter may be there, or not. */
  public Stream<ObjectNode> generated(int count) {
    return Stream.generate(() -> (ObjectNode) samples.of(shape)).limit(count);
  }

  private ObjectNode request() {
    ObjectNode request = samples.oneOf(seeds).deepCopy();
    int changes = samples.oneOf(List.of(0, 1, 1, 1, 2, 2, 2, 3, 3, 4));
    for (int i = 0; i < changes; i++) {
      change(request);
    }
    return request;
  }

  private void change(ObjectNode request) {
    switch (random.nextInt(20)) {
      case 0, 1, 2, 3 -> copyParameterFromOther(request);
      case 4 -> samples.oneOf(objects(request)).object().put("unheardOf", true);
      default -> samples.oneOf(changes(request)).run();
    }
  }

  /** Takes a parameter over from another request, be it there or not. */
  private void copyParameterFromOther(ObjectNode request) {
    JsonNode other = samples.oneOf(seeds);
    Parameter parameter = samples.oneOf(shape.members());
    JsonNode value = other.get(parameter.name());
    if (value == null) {
      request.remove(parameter.name());
    } else if (value instanceof ObjectNode members
        && request.get(parameter.name()) instanceof ObjectNode present) {
      present.setAll(members.deepCopy());
    } else {
      request.set(parameter.name(), value.deepCopy());
    }
  }

  /** An object in the request and what it may have. */
  private record ObjectWithShape(ObjectNode object, Shape.Structure shape) {}

  private List<ObjectWithShape> objects(ObjectNode request) {
    List<ObjectWithShape> objects = new ArrayList<>();
    collect(request, shape, objects, new ArrayList<>());
    return objects;
  }

  /**
   * Everything that can be changed, each as likely as any other: presence and value of each member,
   * number and values of the items of each list.
   */
  private List<Runnable> changes(ObjectNode request) {
    List<ObjectWithShape> objects = new ArrayList<>();
    List<Runnable> changes = new ArrayList<>();
    collect(request, shape, objects, changes);
    for (ObjectWithShape whole : objects) {
      for (Parameter member : whole.shape().members()) {
        changes.add(() -> change(whole.object(), member));
      }
    }
    return changes;
  }

  private void change(ObjectNode object, Parameter member) {
    boolean present = object.has(member.name());
    if (present && random.nextInt(3) == 0) {
      object.remove(member.name());
    } else {
      object.set(member.name(), value(member.shape()));
    }
  }

  private JsonNode value(Shape allowed) {
    return random.nextInt(10) < 7
        ? samples.of(allowed)
        : samples.oneOf(EdgeCaseValues.valuesNear(allowed, samples));
  }

  private JsonNode memberValue(Shape.Dictionary dictionary) {
    Shape values = dictionary.values();
    return values == null ? samples.anything() : value(values);
  }

  private void collect(
      JsonNode value, Shape allowed, List<ObjectWithShape> objects, List<Runnable> changes) {
    if (allowed instanceof Shape.Union union) {
      union.alternatives().forEach(form -> collect(value, form.shape(), objects, changes));
    } else if (allowed instanceof Shape.Structure structure && value instanceof ObjectNode object) {
      objects.add(new ObjectWithShape(object, structure));
      for (Parameter member : structure.members()) {
        JsonNode inner = object.get(member.name());
        if (inner != null) {
          collect(inner, member.shape(), objects, changes);
        }
      }
    } else if (allowed instanceof Shape.Dictionary dictionary
        && value instanceof ObjectNode object) {
      changes.add(() -> object.set("more" + object.size(), memberValue(dictionary)));
      for (String name : List.copyOf(object.propertyNames())) {
        changes.add(() -> object.set(name, memberValue(dictionary)));
        changes.add(() -> object.remove(name));
      }
    } else if (allowed instanceof Shape.Sequence sequence && value instanceof ArrayNode list) {
      changes.add(() -> list.add(value(sequence.items())));
      for (int i = 0; i < list.size(); i++) {
        int index = i;
        collect(list.get(i), sequence.items(), objects, changes);
        changes.add(() -> list.set(index, value(sequence.items())));
        changes.add(() -> list.add(list.get(index).deepCopy()));
        changes.add(() -> list.remove(index));
      }
    }
  }
}
