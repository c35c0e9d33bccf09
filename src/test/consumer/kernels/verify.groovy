// The suite must really have run: sigmoid's cases passed, everything unclaimed was skipped, nothing failed.
def reports = new File(basedir, 'target/surefire-reports')
def suite = new groovy.xml.XmlSlurper().parse(new File(reports, 'TEST-com.example.MyKernelsConformanceTest.xml'))
int tests = suite.@tests.toInteger()
int skipped = suite.@skipped.toInteger()
assert suite.@failures.toInteger() == 0 && suite.@errors.toInteger() == 0
assert tests - skipped >= 10
assert skipped > 100
assert suite.testcase.any { it.@name.toString().toLowerCase().contains('sigmoid') }

// And so must the tests of one's own that use the matchers.
def own = new groovy.xml.XmlSlurper().parse(new File(reports, 'TEST-com.example.MyMatchersTest.xml'))
assert own.@tests.toInteger() == 2
assert own.@failures.toInteger() == 0 && own.@errors.toInteger() == 0 && own.@skipped.toInteger() == 0
