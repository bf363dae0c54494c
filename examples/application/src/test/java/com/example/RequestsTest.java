package com.example;

import dev.callsheet.junit.RequestTests;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

class RequestsTest {
  @TestFactory
  Stream<DynamicContainer> requestsAreValid() {
    return RequestTests.ofBundledModels().in("src/main/requests");
  }
}
