import { defineKind } from './define-kind.ts'

export default defineKind({
  id: 'ml-training',
  title: 'Model training',
  group: 'compute',
  order: 95,
  traits: ['compute'],
  icon: '<path d="M3 20.5h18M4.5 16.5c3 0 4-9 7.5-9s3.5-3.5 7.5-3.5"/><circle cx="6" cy="8" r="1.5"/><circle cx="17.5" cy="13.5" r="1.5"/><circle cx="12" cy="15.5" r="1.5"/>',
  isFor: 'Builds models from past data and puts them into a registry for serving.',
  notFor: 'The path of a request; it runs for hours and may be stopped at any time.',
  properties: [
    { id: 'autoscaleMin' },
    { id: 'autoscaleMax' },
    { id: 'managed' },
    { id: 'costPerMonth' },
    { id: 'team' },
  ],
  neighbours: [
    { kind: 'data-lake', direction: 'in', edge: 'batch' },
    { kind: 'feature-store', direction: 'in', edge: 'batch' },
    { kind: 'ml-serving', direction: 'out', edge: 'batch' },
    { kind: 'object-store', direction: 'out', edge: 'batch' },
  ],
  words: [
    'model training',
    'ml training',
    'training pipeline',
    'training job',
    'training cluster',
    'training',
    'model registry',
    'trainer',
  ],
  technologies: [
    'Kubeflow',
    'PyTorch',
    'TensorFlow',
    'SageMaker Training',
    'Ray',
    'Azure Machine Learning',
  ],
})
