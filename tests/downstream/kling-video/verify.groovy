import groovy.json.JsonSlurper

String log = new File(basedir, 'build.log').text

assert log.contains('Tests run: 2, Failures: 0')
assert log.contains('RequestsTest')
assert log.contains('Tests run: 3, Failures: 0')
def report = new JsonSlurper().parse(new File(basedir, 'target/callsheet-lint.json'))
assert report == [findings: [], summary: [files: 1, requests: 1, errors: 0, warnings: 0, notes: 0]]
