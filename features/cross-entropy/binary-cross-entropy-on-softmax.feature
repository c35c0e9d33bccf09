Feature: The binary formula on softmax outputs is another loss

  Now and then one reads the "cross-entropy of softmax" as

      -t ln s - (1 - t) ln(1 - s)

  for each class. That is binary cross-entropy, of as many yes-or-no
  questions as there are classes. The categorical loss of the same
  prediction is -ln s of the right class alone. The sum of the first over the
  classes is larger than the second: by -ln(1 - s) for every wrong class.

  With two classes and a one-hot target the wrong class adds exactly as much
  as the right one, so that the sum is twice, and the mean exactly, the
  categorical loss: the reason why the two are mixed up.

  @req:cross-entropy.binary-on-softmax.differs @must
  Rule: Summed over the classes, the binary loss exceeds the categorical one by that of the wrong classes

    Scenario: Softmax outputs one half and two quarters
      Categorical: ln 2 = 0.6931. Binary: ln 2 + 2 ln(4/3) = 1.2685, by 0.5754 more.

      Given the float32 tensor target = [[1, 0, 0]]
      And the float32 tensor output = [[0.5, 0.25, 0.25]]
      When categorical_cross_entropy is computed as categorical
      And binary_cross_entropy is computed as binary
      And binary_cross_entropy is computed as summed with reduction sum
      Then categorical is [0.693147]
      And binary is [[0.693147, 0.287682, 0.287682]]
      And summed is 1.268511

    Scenario Outline: Softmax of <logits>
      Given the float64 tensor target = [<target>]
      And the float64 tensor output = [<softmax>]
      When categorical_cross_entropy is computed as categorical with reduction sum
      And binary_cross_entropy is computed as binary with reduction sum
      And binary_cross_entropy is computed as average with reduction mean
      Then categorical is <category>
      And binary is <sum>
      And average is <mean>

      Examples: two classes, where the mean hides the mistake
        | logits  | target | softmax                                      | category     | sum        | mean         |
        | [0, 1]  | [0, 1] | [0.26894142136999512, 0.73105857863000488]   | 0.31326169   | 0.62652338 | 0.31326169   |
        | [0, 1]  | [1, 0] | [0.26894142136999512, 0.73105857863000488]   | 1.31326169   | 2.62652338 | 1.31326169   |
        | [3, -2] | [1, 0] | [0.99330714907571514, 0.0066928509242848556] | 6.7153485e-3 | 0.01343070 | 6.7153485e-3 |

      Examples: more classes, where it doesn't
        | logits       | target            | softmax                                                             | category   | sum        | mean         |
        | [1, 2, 3]    | [0, 0, 1]         | [0.090030573170380458, 0.24472847105479765, 0.66524095577482189]    | 0.40760596 | 0.78262819 | 0.26087606   |
        | [1, 2, 3]    | [1, 0, 0]         | [0.090030573170380458, 0.24472847105479765, 0.66524095577482189]    | 2.40760596 | 3.78262819 | 1.26087606   |
        | [5, 0, 0]    | [1, 0, 0]         | [0.98670329104226799, 0.0066483544788660039, 0.0066483544788660039] | 0.01338590 | 0.02672701 | 8.9090027e-3 |
        | [0, 0, 0, 0] | [0, 1, 0, 0]      | [0.25, 0.25, 0.25, 0.25]                                            | 1.38629436 | 2.24934058 | 0.56233514   |
        | [1, 2, 3]    | [0.25, 0.25, 0.5] | [0.090030573170380458, 0.24472847105479765, 0.66524095577482189]    | 1.15760596 | 1.98604478 | 0.66201493   |
