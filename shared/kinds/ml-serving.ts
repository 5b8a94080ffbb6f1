import { defineKind } from './define-kind.ts'

export default defineKind({
  id: 'ml-serving',
  title: 'Model serving',
  group: 'compute',
  order: 90,
  traits: ['compute'],
  icon: '<circle cx="5" cy="6" r="2"/><circle cx="5" cy="18" r="2"/><circle cx="12" cy="12" r="2"/><circle cx="19" cy="6" r="2"/><circle cx="19" cy="18" r="2"/><path d="m6.5 7.3 4 3.4M6.5 16.7l4-3.4M13.5 10.7l4-3.4M13.5 13.3l4 3.4"/>',
  isFor: 'Answers with the prediction of a trained model: ranking, recommendation, fraud.',
  notFor: 'Scores that could be computed at night; have an answer ready for when it is slow.',
  properties: [
    { id: 'capacityQps', default: 500, source: 'assumed for one instance' },
    { id: 'latencyMs', default: 100, source: '002:6148-6173' },
    { id: 'stateful', default: false },
    { id: 'zones' },
    { id: 'autoscaleMin' },
    { id: 'autoscaleMax' },
    { id: 'managed' },
  ],
  neighbours: [
    { kind: 'service', direction: 'in', edge: 'sync' },
    { kind: 'key-value-db', direction: 'out', edge: 'sync' },
    { kind: 'cache', direction: 'out', edge: 'cache' },
    { kind: 'object-store', direction: 'out', edge: 'batch' },
  ],
  words: [
    'model serving',
    'ml serving',
    'inference',
    'ml model',
    'recommendation',
    'recommender',
    'recommendation engine',
  ],
  technologies: ['TensorFlow Serving', 'TorchServe', 'Triton', 'SageMaker', 'MLflow', 'Vertex AI'],
})
